"""An evaluator's own order of vendors with equal totals (`evaluator_ranks: distinct`).

宮城県 (https://expydoc.com/doc/10831224/): each evaluator ranks the vendors without ties, also
where two of them have the same points (同点でも優劣を判断して順位を付ける).
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from procscore.exact import decimal_text
from procscore.language import listing
from procscore.model.bids import Evaluator, Quote
from procscore.scoring.context import Context

Groups = tuple[tuple[str, ...], ...]
"""Vendor ids, best first; equal ones in one group."""


def separate(
    context: Context, evaluator: str, totals: Mapping[str, Fraction], groups: Groups
) -> Groups:
    """Return `groups` with equal totals in the order of the evaluator's own ranks.

    Own ranks separate equals and nothing else: ranks against the totals are reported
    (`own-rank-contradicts`), and so are equals without ranks that differ (`own-ranks-tied`).
    """
    by_id = {each.id: each for each in context.bids.evaluators}
    ranks = {
        vendor: rank
        for (who, vendor), rank in context.bids.own_ranks.items()
        if who == evaluator and vendor in totals
    }
    _check(context, by_id[evaluator], totals, ranks)
    separated: list[tuple[str, ...]] = []
    for group in groups:
        given = {ranks[vendor].value for vendor in group if vendor in ranks}
        if len(given) == len(group):
            separated.extend((vendor,) for vendor in sorted(group, key=lambda v: ranks[v].value))
            continue
        if len(group) > 1:
            _report_tied(context, by_id[evaluator], group, ranks)
        separated.append(group)
    return tuple(separated)


def _check(
    context: Context,
    evaluator: Evaluator,
    totals: Mapping[str, Fraction],
    ranks: Mapping[str, Quote],
) -> None:
    """Report ranks that turn the order of the totals."""
    names = {vendor.id: vendor.name for vendor in context.bids.vendors}
    ordered = sorted(ranks, key=lambda vendor: (-totals[vendor], ranks[vendor].value))
    for better, other in pairwise(ordered):
        if totals[better] > totals[other] and ranks[better].value >= ranks[other].value:
            context.problems.add(
                "own-rank-contradicts",
                ranks[better].where,
                evaluator=evaluator.name,
                vendor=names[better],
                rank=decimal_text(ranks[better].value),
                other=names[other],
                other_rank=decimal_text(ranks[other].value),
                cell=ranks[other].where.cell,
            )


def _report_tied(
    context: Context, evaluator: Evaluator, group: Sequence[str], ranks: Mapping[str, Quote]
) -> None:
    cells = [ranks[vendor].where for vendor in group if vendor in ranks]
    where = min(cells, key=lambda cell: cell.order) if cells else evaluator.where
    vendors = [each.name for each in context.bids.vendors if each.id in group]
    context.problems.add(
        "own-ranks-tied", where, evaluator=evaluator.name, vendors=listing(vendors)
    )
