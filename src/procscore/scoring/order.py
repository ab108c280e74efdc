"""From vendors with their points to ranks, ties and award (order of work, steps 7 to 9)."""

from collections.abc import Sequence
from dataclasses import replace

from procscore.model.bids import Status
from procscore.model.result import Award, Exclusion, Tie, VendorResult
from procscore.scoring.award import decide
from procscore.scoring.context import Context
from procscore.scoring.ranking import EQUAL_RANKS, METHODS, assign, in_order
from procscore.scoring.ties import settle
from procscore.scoring.unusual import ABNORMALLY_LOW


def rank(
    context: Context, results: Sequence[VendorResult]
) -> tuple[list[VendorResult], list[Tie], Award]:
    """Return the vendors in their order with value and rank, the ties, and the award.

    Who is out gets neither value nor rank. Abnormally low prices among the others are flagged.
    """
    standing = _flag_low_bids(context, [each for each in results if each.status is Status.ELIGIBLE])
    method = METHODS[context.sheet.ranking.by]
    values = method.values(context, standing) if not context.problems.fatal else {}
    by_id = {each.vendor.id: each for each in standing}
    compared = {vendor: value.value for vendor, value in values.items()}
    ties: list[Tie] = []
    groups: list[tuple[str, ...]] = []
    for group in in_order(compared, lowest_first=method.lowest_first):
        if len(group) > 1:
            ties.append(
                settle(context, compared[group[0]], [by_id[vendor] for vendor in group], standing)
            )
            groups.extend(ties[-1].order)
        else:
            groups.append(group)
    ranks = assign(groups, EQUAL_RANKS[context.sheet.ranking.equal_ranks])
    ranked = [
        replace(
            by_id.get(each.vendor.id, each),
            value=values.get(each.vendor.id),
            rank=ranks.get(each.vendor.id),
        )
        for each in results
    ]
    return ranked, ties, decide(groups, context.sheet.award)


def _flag_low_bids(context: Context, standing: Sequence[VendorResult]) -> list[VendorResult]:
    rule = context.sheet.eligibility.abnormally_low
    amount = (rule and rule.amount) or context.sheet.main_amount
    if rule is None or amount is None:
        return list(standing)
    prices = {each.vendor.id: each.amounts[amount].value for each in standing}
    flagged = ABNORMALLY_LOW[rule.rule](prices)
    return [
        replace(each, flags=(*each.flags, Exclusion("abnormally-low", flagged[each.vendor.id])))
        if each.vendor.id in flagged
        else each
        for each in standing
    ]
