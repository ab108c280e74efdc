"""The figures that are not the same in two results, whether the award is, and who goes on."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from procscore.comparing.sides import either, name_of, vendors
from procscore.language import N_, message
from procscore.model.changes import Figure, Moved, Passed
from procscore.model.result import Award, Evaluation, StageResult, VendorResult
from procscore.model.rules import Ranking
from procscore.model.told import VALUE_WORDS, earlier_stages, last_stage

_Both = tuple[Sequence[VendorResult], Sequence[VendorResult]]
"""Vendors before and after."""


def figures(old: Evaluation, new: Evaluation, vendor_ids: Iterable[str]) -> Iterator[Moved]:
    """Give every figure that moved, vendor by vendor, those of earlier stages first."""
    before, after = vendors(old), vendors(new)
    rankings = {each.id: each.ranking for each in new.criteria.stages}
    contests = [
        ((was.ranked, now.ranked), rankings.get(now.id) or new.criteria.ranking, now)
        for was, now in _stages(old, new)
    ]
    for vendor in vendor_ids:
        told = [
            *(each for contest in contests for each in _placed(vendor, *contest)),
            *_computed(old, new, before.get(vendor), after.get(vendor)),
            *_placed(vendor, (old.vendors, new.vendors), new.ranking, None),
        ]
        yield from (each for each in told if each.old != each.new)


def _computed(
    old: Evaluation, new: Evaluation, before: VendorResult | None, after: VendorResult | None
) -> Iterator[Moved]:
    """Give the amounts that are not quoted, and the points of every criterion."""
    if not (before and after):
        return
    vendor = after.vendor.id
    quoted = {*before.vendor.quotes, *after.vendor.quotes}
    for amount, was, now in either(before.amounts, after.amounts):
        if amount not in quoted:
            had, has = (each.value if each else None for each in (was, now))
            yield Moved("amount", vendor, name_of(old, new, amount), None, had, has)
    names = {each: one.name for each, one in {**old.criteria.by_id, **new.criteria.by_id}.items()}
    for criterion, lost, won in either(_points(before), _points(after)):
        yield Moved("points", vendor, names[criterion], criterion, lost, won)


def _points(each: VendorResult) -> dict[str, Fraction | None]:
    return {score.criterion: score.points for score in each.walk()}


def _placed(
    vendor: str, both: _Both, ranking: Ranking, stage: StageResult | None
) -> Iterator[Moved]:
    """Give a vendor's total and rank among `both`, and what is ranked where that is not the total."""
    by_value = any(
        each.rank is not None and each.compared != each.points_in_all
        for ranked in both
        for each in ranked
    )
    before, after = (
        next((each for each in ranked if each.vendor.id == vendor), None) for ranked in both
    )
    words: tuple[tuple[Figure, str], ...] = (
        ("total", N_("Total")),
        ("value", VALUE_WORDS[ranking.by]),
        ("rank", N_("Rank")),
    )
    for (figure, word), was, now in zip(words, _place(before), _place(after), strict=True):
        if figure != "value" or by_value:
            what = message(word)
            if stage is not None:
                what = message(N_("{what} in “{stage}”"), what=what, stage=stage.name)
            yield Moved(figure, vendor, what, None, was, now, stage.id if stage else "")


def _place(each: VendorResult | None) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """Return total, value and rank."""
    return (each.points_in_all, each.compared, each.rank) if each else (None, None, None)


def award_of(result: Evaluation) -> object:
    """Return who is chosen, in reserve, tied and passed over; while nobody is, who goes on."""
    award = result.award
    if result.provisional is None:
        return _chosen(award)
    stage = last_stage(result)
    goes_on = stage and (stage.id, set(stage.passed), set(stage.undecided))
    return _chosen(award), goes_on


def _chosen(award: Award) -> object:
    return award.winners, award.reserve, award.undecided, sorted(award.passed_over)


def passed(old: Evaluation, new: Evaluation) -> Iterator[Passed]:
    """Give the stages before the last from which others go on now; both times they were held."""
    for was, now in _stages(old, new):
        if not (was.skipped or now.skipped) and set(was.passed) != set(now.passed):
            yield Passed(now.id, now.name, was.passed, now.passed)


def _stages(old: Evaluation, new: Evaluation) -> list[tuple[StageResult, StageResult]]:
    """Return the stages before the last that both results have."""
    before = {stage.id: stage for stage in earlier_stages(old)}
    return [(before[each.id], each) for each in earlier_stages(new) if each.id in before]
