"""Is the technical evaluation still the one that was made before the prices were opened?"""

from collections.abc import Mapping
from fractions import Fraction

from procscore.diagnostics import Problems
from procscore.exact import display
from procscore.language import N_, message
from procscore.model.bids import Mark
from procscore.model.criteria import CriteriaSheet
from procscore.model.earlier import Earlier, EarlierMark
from procscore.model.result import Evaluation, Score, VendorResult
from procscore.model.rounds import known_late


def compare(earlier: Earlier, result: Evaluation, problems: Problems) -> None:
    """Report every mark that is not as it was, and points that changed without one.

    Points that were not known then (the price's) may be anything now.
    """
    if earlier.digest != result.digest:
        problems.add("technical-criteria-changed", earlier.where)
    known = {vendor for vendor, _ in earlier.points}
    scored = {vendor for (vendor, _), points in earlier.points.items() if points is not None}
    left = any(
        _is_out(each, score) and earlier.points.get((each.vendor.id, score.criterion)) is not None
        for each in result.vendors
        for score in each.walk()
        if not score.parts
    )
    # Held against the others, points follow from who is left of them.
    follow = _relative(result.criteria) if left else frozenset()
    marks = _by_criterion(earlier)
    for each in result.vendors:
        known.discard(each.vendor.id)
        if all(score.points is None for score in each.walk()):
            continue  # out before it is scored, by its price say; that is told where it is
        if each.vendor.id not in scored:  # not there, or out then
            problems.add("technical-vendor-new", each.vendor.where, vendor=each.vendor.name)
            continue
        changed = _compare_marks(earlier, marks, result, each, problems)
        for score in each.walk():
            if score.criterion not in changed | follow:
                _compare_points(earlier, result, each, score, problems)
    for vendor in sorted(known):
        name = earlier.names.get(vendor, vendor)
        problems.add("technical-vendor-gone", earlier.where, vendor=name)


def _is_out(each: VendorResult, score: Score) -> bool:
    """Tell whether a vendor was out before a criterion was scored, by its price say."""
    return bool(each.exclusions) and score.points is None


def _relative(sheet: CriteriaSheet) -> frozenset[str]:
    """Return the criteria whose points hang on the other vendors."""
    return frozenset(each.id for each in sheet.leaves if known_late(sheet, frozenset({each.id})))


Marks = Mapping[tuple[str, str], Mapping[str, EarlierMark]]
"""Earlier marks by evaluator, by vendor and criterion."""


def _by_criterion(earlier: Earlier) -> Marks:
    marks: dict[tuple[str, str], dict[str, EarlierMark]] = {}
    for (vendor, criterion, evaluator), mark in earlier.marks.items():
        marks.setdefault((vendor, criterion), {})[evaluator] = mark
    return marks


def _given(mark: Mark) -> Fraction | None:
    return mark.value if mark.given is None else mark.given


def _compare_marks(
    earlier: Earlier, marks: Marks, result: Evaluation, each: VendorResult, problems: Problems
) -> frozenset[str]:
    """Report the marks of a vendor that changed; return the criteria that they are of."""
    changed: set[str] = set()
    for score in each.walk():
        if _is_out(each, score):
            continue
        now = {mark.evaluator: mark for mark in score.marks}
        then = marks.get((each.vendor.id, score.criterion), {})
        if not then and earlier.points.get((each.vendor.id, score.criterion)) is None:
            continue  # not evaluated then: a later stage, or the price
        for evaluator in dict.fromkeys([*then, *now]):
            was, stands = then.get(evaluator), now.get(evaluator)
            if was and stands and was.value == _given(stands):
                continue
            changed.add(score.criterion)
            problems.add(
                "technical-mark-changed",
                stands.where if stands else each.vendor.where,
                vendor=each.vendor.name,
                criterion=result.criteria.by_id[score.criterion].name,
                evaluator=evaluator,
                before=was.written if was else message(N_("missing")),
                now=stands.written if stands else message(N_("missing")),
            )
    return _with_groups(each, changed)


def _with_groups(each: VendorResult, changed: set[str]) -> frozenset[str]:
    """Return `changed` with the groups above, whose points follow."""
    above = {
        score.criterion
        for score in each.walk()
        if any(below.criterion in changed for below in score.walk())
    }
    return frozenset(above)


def _compare_points(
    earlier: Earlier, result: Evaluation, each: VendorResult, score: Score, problems: Problems
) -> None:
    then = earlier.points.get((each.vendor.id, score.criterion))
    if then is None or score.parts or then == score.points or _is_out(each, score):
        return  # a group follows its parts
    problems.add(
        "technical-points-changed",
        each.vendor.where,
        vendor=each.vendor.name,
        criterion=result.criteria.by_id[score.criterion].name,
        before=display(then),
        now=message(N_("none")) if score.points is None else display(score.points),
    )
