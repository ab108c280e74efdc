"""The figures that are not the same in two results, and whether the award is."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.comparing.sides import either, name_of, vendors
from procscore.language import N_, message
from procscore.model import shown
from procscore.model.changes import Figure, Moved
from procscore.model.page import Words
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import VALUE_WORDS

_Told = tuple[Figure, Words, str | None, Fraction | None, Fraction | None]


def figures(old: Evaluation, new: Evaluation, vendor_ids: Iterable[str]) -> Iterator[Moved]:
    """Give every figure that moved, vendor by vendor."""
    before, after = vendors(old), vendors(new)
    for each in vendor_ids:
        for figure, what, criterion, was, now in _told(old, new, before.get(each), after.get(each)):
            if was != now:
                yield Moved(figure, each, what, criterion, was, now)


def _told(
    old: Evaluation, new: Evaluation, before: VendorResult | None, after: VendorResult | None
) -> Iterator[_Told]:
    if before and after:
        quoted = {*before.vendor.quotes, *after.vendor.quotes}
        for amount, was, now in either(before.amounts, after.amounts):
            if amount not in quoted:
                name = name_of(old, new, amount)
                yield "amount", name, None, was.value if was else None, now.value if now else None
        names = {
            each: one.name for each, one in {**old.criteria.by_id, **new.criteria.by_id}.items()
        }
        for criterion, had, has in either(_points(before), _points(after)):
            yield "points", names[criterion], criterion, had, has
    (total, value, rank), (new_total, new_value, new_rank) = _place(before), _place(after)
    yield "total", message(N_("Total")), None, total, new_total
    if shown.by_value(old) or shown.by_value(new):
        yield "value", message(VALUE_WORDS[new.ranking.by]), None, value, new_value
    yield "rank", message(N_("Rank")), None, rank, new_rank


def _place(each: VendorResult | None) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Return total, value and rank."""
    return (each.points_in_all, each.compared, each.rank) if each else (None, None, None)


def _points(each: VendorResult) -> dict[str, Fraction | None]:
    return {score.criterion: score.points for score in each.walk()}


def award_of(result: Evaluation) -> object:
    """Return who is chosen, in reserve, tied and passed over, and who goes on from which stage."""
    award = result.award
    stages = [(each.id, each.passed, each.undecided, each.skipped) for each in result.stages]
    chosen = award.winners, award.reserve, award.undecided, sorted(award.passed_over)
    return chosen, stages, result.provisional is None
