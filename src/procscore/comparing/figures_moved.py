"""The figures that are not the same in two results, whether the award is, and who goes on."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.comparing.sides import either, name_of, vendors
from procscore.language import N_, message
from procscore.model import shown
from procscore.model.changes import Figure, Moved, Passed
from procscore.model.page import Words
from procscore.model.result import Award, Evaluation, StageResult, VendorResult
from procscore.model.told import VALUE_WORDS, earlier_stages

_Told = tuple[Figure, Words, str | None, Fraction | None, Fraction | None]


def figures(old: Evaluation, new: Evaluation, vendor_ids: Iterable[str]) -> Iterator[Moved]:
    """Give every figure that moved, vendor by vendor, those of earlier stages first."""
    before, after = vendors(old), vendors(new)
    stages = _stages(old, new)
    for each in vendor_ids:
        for earlier, later in stages:
            yield from _in_stage(earlier, later, each)
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
    """Return who is chosen, in reserve, tied and passed over; while nobody is, who goes on."""
    award = result.award
    if result.provisional is None:
        return _chosen(award)
    last = result.stages[-1:]
    return _chosen(award), [(set(stage.passed), set(stage.undecided)) for stage in last]


def _chosen(award: Award) -> object:
    return award.winners, award.reserve, award.undecided, sorted(award.passed_over)


def passed(old: Evaluation, new: Evaluation) -> Iterator[Passed]:
    """Give the stages before the last from which others go on now."""
    for was, now in _stages(old, new):
        if set(was.passed) != set(now.passed):
            yield Passed(now.id, now.name, was.passed, now.passed)


def _stages(old: Evaluation, new: Evaluation) -> list[tuple[StageResult, StageResult]]:
    """Return the stages before the last that both results have."""
    before = {stage.id: stage for stage in earlier_stages(old)}
    return [(before[each.id], each) for each in earlier_stages(new) if each.id in before]


def _in_stage(old: StageResult, new: StageResult, vendor: str) -> Iterator[Moved]:
    """Give a vendor's total and rank in an earlier stage, where they moved."""
    before, after = (
        next((each for each in stage.ranked if each.vendor.id == vendor), None)
        for stage in (old, new)
    )
    (total, _, rank), (new_total, _, new_rank) = _place(before), _place(after)
    if total != new_total:
        what = message(N_("Total in “{stage}”"), stage=new.name)
        yield Moved("total", vendor, what, None, total, new_total, new.id)
    if rank != new_rank:
        what = message(N_("Rank in “{stage}”"), stage=new.name)
        yield Moved("rank", vendor, what, None, rank, new_rank, new.id)
