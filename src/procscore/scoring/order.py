"""From vendors with their points to ranks and ties (order of work, steps 7 and 8)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from procscore.exact import display
from procscore.formula import Derivation
from procscore.language import N_, message
from procscore.model.bids import Status
from procscore.model.formula_names import FIGURE_WORDS
from procscore.model.result import Exclusion, Tie, VendorResult
from procscore.scoring.context import Context
from procscore.scoring.price import figures
from procscore.scoring.ranking import EQUAL_RANKS, METHODS, assign, in_order, named
from procscore.scoring.ties import settle
from procscore.scoring.unusual import ABNORMALLY_LOW, FigureMissingError
from procscore.scoring.votes import without_majority


class Order(NamedTuple):
    """The vendors of a round in their order."""

    results: tuple[VendorResult, ...]
    """All of them, as they were given, with value and rank where they have one."""
    ties: tuple[Tie, ...]
    groups: tuple[tuple[str, ...], ...]
    """Vendor ids, best first; a group of more than one is a tie that is not settled."""

    @property
    def ranked(self) -> tuple[VendorResult, ...]:
        """Return those that have a rank, first to last."""
        by_id = {each.vendor.id: each for each in self.results}
        return tuple(by_id[vendor] for group in self.groups for vendor in group)


def order(context: Context, results: Sequence[VendorResult]) -> Order:
    """Rank the vendors that are not out. Who is out gets neither value nor rank."""
    ranking = context.ranking
    standing = [each for each in results if each.status is Status.ELIGIBLE]
    values = METHODS[ranking.by](context, standing) if not context.problems.fatal else {}
    low = _below_least(context, standing, values)
    by_id = {each.vendor.id: each for each in standing if each.vendor.id not in low}
    compared = {vendor: value.value for vendor, value in values.items() if vendor in by_id}
    ties: list[Tie] = []
    groups: list[tuple[str, ...]] = []
    for group in in_order(compared, lowest_first=ranking.lowest_first):
        if len(group) > 1:
            tied = [by_id[vendor] for vendor in group]
            ties.append(settle(context, compared[group[0]], tied, list(by_id.values())))
            groups.extend(ties[-1].order)
        else:
            groups.append(group)
    ranks = assign(groups, EQUAL_RANKS[ranking.equal_ranks])
    ordered = [
        low.get(
            each.vendor.id,
            replace(each, value=values.get(each.vendor.id), rank=ranks.get(each.vendor.id)),
        )
        for each in results
    ]
    return Order(tuple(ordered), tuple(ties), tuple(groups))


def _below_least(
    context: Context, standing: Sequence[VendorResult], values: Mapping[str, Derivation]
) -> dict[str, VendorResult]:
    """Return the vendors below the value that must be reached (基準評価値), as excluded.

    The value is compared before it is rounded: a bid at the ceiling with the basic points alone
    reaches it exactly, and cutting off decimals must not throw it out.
    """
    ranking, low = context.ranking, dict[str, VendorResult]()
    for each in standing if ranking.at_least else ():
        known = {**named(each), **figures(context)}
        value = values.get(each.vendor.id)
        least = ranking.at_least and context.derive(
            each.vendor,
            message(N_("the value that must be reached")),
            ranking.at_least,
            known,
            None,
        )
        if value is None or not least:
            continue
        # Points count as the panel gave them; only what the ranking itself rounds is looked behind.
        reached = value.exact if ranking.round or ranking.by == "formula" else value.value
        if reached < least.value:
            reason = message(
                N_("the ranking value {value} is below {least}, which must be reached"),
                value=display(reached),
                least=display(least.value),
            )
            low[each.vendor.id] = replace(
                each,
                status=Status.EXCLUDED,
                exclusions=(*each.exclusions, Exclusion("ranking-value", reason)),
                value=value,
            )
    return low


def flag_minority(context: Context, found: Order) -> Order:
    """Flag who is first without a majority of the evaluators, where the sheet asks for that."""
    first = found.groups[0] if found.groups else ()
    flags = without_majority(context, found.ranked, first)
    flagged = (
        replace(each, flags=(*each.flags, flags[each.vendor.id]))
        if each.vendor.id in flags
        else each
        for each in found.results
    )
    return found._replace(results=tuple(flagged))


def flag_low_bids(context: Context, found: Order) -> Order:
    """Flag abnormally low prices among the vendors that are ranked; they stay in."""
    flagged = {each.vendor.id: each for each in _flag_low_bids(context, found.ranked)}
    results = tuple(flagged.get(each.vendor.id, each) for each in found.results)
    return found._replace(results=results)


def _flag_low_bids(context: Context, standing: Sequence[VendorResult]) -> list[VendorResult]:
    rule = context.sheet.eligibility.abnormally_low
    amount = (rule and rule.amount) or context.sheet.main_amount
    if rule is None or amount is None:
        return list(standing)
    prices = {each.vendor.id: each.amounts[amount].value for each in standing}
    known = {
        name: figure.value
        for name, figure in figures(context, amount).items()
        if isinstance(figure.value, Fraction)
    }
    if rule.limit:
        known["share"] = rule.limit.value
    try:
        flagged = ABNORMALLY_LOW[rule.rule](prices, known)
    except FigureMissingError as missing:
        context.problems.add(
            "low-bids-not-tested",
            context.bids.procurement.where,
            rule=rule.rule,
            name=message(FIGURE_WORDS[missing.name]),
            count=len(prices),
        )
        return list(standing)
    return [
        replace(each, flags=(*each.flags, Exclusion("abnormally-low", flagged[each.vendor.id])))
        if each.vendor.id in flagged
        else each
        for each in standing
    ]
