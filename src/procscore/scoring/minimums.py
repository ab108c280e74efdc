"""Which minimums are judged when (order of work, steps 4 and 6), and who misses one."""

from collections.abc import Iterable

from procscore.language import Message
from procscore.model.bids import Status
from procscore.model.result import Exclusion
from procscore.model.rounds import Round, due, involved, known_late
from procscore.model.rules import Minimum
from procscore.scoring import eligibility
from procscore.scoring.context import Context
from procscore.scoring.progress import Progress


def missed(
    context: Context, judged: Round, last: Round, each: Progress, *, late: bool
) -> list[Exclusion]:
    """Return the minimums of a round that a vendor misses, before or after prices (`late`)."""
    asked = [
        minimum
        for minimum in due(context.sheet, judged, last)
        if not minimum.when or ("sole-bidder" in minimum.when and _sole(context))
    ]
    return list(_below(context, judged, each, asked, late=late))


def unfit(context: Context, judged: Round, vendors: Iterable[Progress]) -> dict[str, Message]:
    """Return who may not move up when a winner withdraws, by vendor id, with the reason."""
    asked = [each for each in context.sheet.eligibility.minimums if "promoted" in each.when]
    found: dict[str, Message] = {}
    for each in vendors:
        for late in (False, True) if each.in_play else ():
            for exclusion in _below(context, judged, each, asked, late=late):
                found.setdefault(each.vendor.id, exclusion.reason)
    return found


def _below(
    context: Context, judged: Round, each: Progress, asked: Iterable[Minimum], *, late: bool
) -> Iterable[Exclusion]:
    sheet = context.sheet
    chosen = [
        minimum
        for minimum in asked
        if known_late(sheet, involved(sheet, minimum, judged.counted)) == late
    ]
    if not chosen:
        return ()
    tree = each.tree
    counted = [tree.score(top) for top in judged.counted]
    total, _ = tree.add_up(counted, None)
    by_evaluators = dict.fromkeys(minimum.criterion for minimum in chosen if minimum.evaluators)
    found = eligibility.Found(
        [tree.score(top) for top in sheet.criteria],
        counted,
        total.value if total else None,
        {criterion: each.own(judged.counted, criterion) for criterion in by_evaluators},
    )
    return eligibility.by_minimums(sheet, chosen, found)


def _sole(context: Context) -> bool:
    """Tell whether only one vendor applied: who withdrew or was turned away does not count."""
    return sum(vendor.status is Status.ELIGIBLE for vendor in context.bids.vendors) == 1
