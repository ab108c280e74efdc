"""What the marks that can be given are worth: the lowest, the smallest step, the whole of an item."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice, pairwise
from typing import NamedTuple

from procscore.checks.finding import Finding
from procscore.exact import Mode, Rounding, display
from procscore.language import listing
from procscore.model.criteria import CriteriaSheet, Leaf, Path
from procscore.model.scores import Grades, Marks

_MOST_MARKS = 1001
"""How many marks of one criterion are looked at, from the lowest up."""


def never_zero(sheet: CriteriaSheet) -> Iterator[Finding]:
    """The lowest mark is worth nothing: else points are given for nothing, and weigh less.

    Told once a scale, and once for all marks that begin above zero.
    """
    by_scale: dict[Path, list[Leaf]] = {}
    for leaf in sheet.leaves:
        if isinstance(leaf.score, Grades) and sheet.mark_range(leaf)[0] > 0:
            by_scale.setdefault(("scales", leaf.score.scale), []).append(leaf)
    for path, leaves in by_scale.items():
        grades = sheet.scales[str(path[1])]
        lowest = min(grades, key=lambda each: grades[each].value)
        yield Finding(
            "marks-never-zero", path, _spread(sheet, leaves, f"{lowest} ({grades[lowest]})")
        )
    marked = [
        leaf
        for leaf in sheet.leaves
        if isinstance(leaf.score, Marks) and sheet.mark_range(leaf)[0] > 0
    ]
    if marked:
        field = "allowed" if getattr(marked[0].score, "allowed", None) else "from"
        lowest_marks = listing(dict.fromkeys(display(sheet.mark_range(each)[0]) for each in marked))
        path = (*sheet.score_path(marked[0]), field)
        yield Finding("marks-never-zero", path, _spread(sheet, marked, lowest_marks))


def _spread(sheet: CriteriaSheet, leaves: Iterable[Leaf], lowest: object) -> dict[str, object]:
    ends = [_ends(sheet, leaf) for leaf in leaves]
    least, most = (sum(each, Fraction(0)) for each in zip(*ends, strict=True))
    return {
        "lowest": lowest,
        "count": len(ends),
        "least": display(least),
        "most": display(most),
        "spread": display(most - least),
    }


def _ends(sheet: CriteriaSheet, leaf: Leaf) -> tuple[Fraction, Fraction]:
    """Return the fewest and the most points that one evaluator can give."""
    low, high = sheet.mark_range(leaf)
    return low * worth(leaf), high * worth(leaf)


def worth(leaf: Leaf) -> Fraction:
    """Return the points that a mark of 1 is worth, of grades a share of 1."""
    if isinstance(leaf.score, Marks):
        return leaf.points / leaf.score.full(leaf.points)
    return leaf.points


class _Lost(NamedTuple):
    """Two neighbouring marks of a leaf that count the same."""

    leaf: Leaf
    mode: Mode
    low: str
    high: str
    points: Fraction


def lost_in_rounding(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Two marks that differ count differently, at least when all evaluators agree.

    Asked of the points of single criteria, exactly, for what a mean, a median, one agreed mark or
    one mark of the secretariat become. Told once for each rounding that is written.
    """
    lost: dict[Path, list[_Lost]] = {}
    for leaf in sheet.leaves:
        path, rounding = _rounding(sheet, leaf)
        if rounding is not None and (found := _first_lost(sheet, leaf, rounding)):
            lost.setdefault(path, []).append(found)
    for path, found_there in lost.items():
        first = found_there[0]
        gap = min(step_of(sheet, each.leaf) or Fraction(1) for each in found_there)
        details = {
            "low": first.low,
            "high": first.high,
            "points": display(first.points),
            "criterion": first.leaf.criterion.name,
            "count": len(found_there),
            "places": _places(gap),
            "mode": first.mode,
        }
        yield Finding("step-lost-in-rounding", path, details)


def _rounding(sheet: CriteriaSheet, leaf: Leaf) -> tuple[Path, Rounding | None]:
    """Return the rounding of a leaf's points and where it is written."""
    own = leaf.score.round if isinstance(leaf.score, Marks | Grades) else None
    rules = sheet.rules_of(leaf.panel)
    by_panel = leaf.marked_by == "panel"
    if by_panel and (rules.aggregate == "sum" or sheet.totals_decide(leaf.panel)):
        return (), None  # how many add up is not known, or single criteria do not count
    if own is not None:
        return (*sheet.score_path(leaf), "round"), own.rounding
    if leaf.totalled and rules.over == "criteria" and rules.round is not None:
        return (*panel_path(leaf.panel), "round"), rules.round.rounding
    return (), None


def panel_path(panel: str | None) -> Path:
    """Return where the rules of a panel stand."""
    return ("panel",) if panel is None else ("panels", panel)


def _first_lost(sheet: CriteriaSheet, leaf: Leaf, rounding: Rounding) -> _Lost | None:
    for (low, less), (high, more) in pairwise(islice(_marks(sheet, leaf), _MOST_MARKS)):
        if less != more and rounding(less) == rounding(more):
            return _Lost(leaf, rounding.mode, low, high, rounding(less))
    return None


def _marks(sheet: CriteriaSheet, leaf: Leaf) -> Iterator[tuple[str, Fraction]]:
    """Give the marks that may be given, as written, with their points, from the lowest up."""
    match leaf.score:
        case Grades(scale=scale):
            grades = {each: sheet.grade_value(scale, each) for each in sheet.scales[scale]}
            for each in sorted(grades, key=lambda grade: grades[grade]):
                yield each, grades[each] * leaf.points
        case Marks(allowed=tuple() as allowed):
            for mark in sorted(allowed):
                yield _in_full(mark), mark * worth(leaf)
        case Marks(step=Fraction() as step):
            low, high = leaf.score.range(leaf.points)
            for number in range(int((high - low) / step) + 1):
                mark = low + number * step
                yield _in_full(mark), mark * worth(leaf)
        case _:
            return


def _in_full(mark: Fraction) -> str:
    """Return a mark with all its decimals: neighbours can differ in the last one only."""
    places = 4
    while Rounding(places, Mode.DOWN)(mark) != mark:
        places += 1
    return display(mark, places=places)


def step_of(sheet: CriteriaSheet, leaf: Leaf) -> Fraction | None:
    """Return the points between the nearest two marks, None where any number may be given."""
    if isinstance(leaf.score, Marks) and leaf.score.allowed is None:
        return None if leaf.score.step is None else leaf.score.step * worth(leaf)
    values = [points for _, points in _marks(sheet, leaf)]
    return min((b - a for a, b in pairwise(values) if a != b), default=None)


def _places(gap: Fraction) -> int:
    """Return with how many decimals points that are `gap` apart can never be rounded to one."""
    places = 0
    while Fraction(1, 10**places) > gap:
        places += 1
    return places


def too_small(sheet: CriteriaSheet) -> Iterator[Finding]:
    """No item is worth less in all than the smallest step of another that the same people mark.

    Compared are items of one panel whose points count alike: where a group is rescaled, only items
    within it. Told once for each panel, of the item with the largest step.
    """
    for leaves in _alike(sheet).values():
        steps = [(step, leaf) for leaf in leaves if (step := step_of(sheet, leaf)) is not None]
        if not steps:
            continue
        step, largest = max(steps, key=lambda each: each[0])
        small = [leaf for leaf in leaves if leaf is not largest and _whole(sheet, leaf) < step]
        if small:
            details = {
                "criterion": largest.criterion.name,
                "step": display(step),
                "items": listing(
                    f"{each.criterion.name} ({display(_whole(sheet, each))})" for each in small
                ),
            }
            yield Finding("item-too-small", largest.path, details)


def _whole(sheet: CriteriaSheet, leaf: Leaf) -> Fraction:
    low, high = _ends(sheet, leaf)
    return high - low


def _alike(sheet: CriteriaSheet) -> dict[object, Sequence[Leaf]]:
    """Return what each panel marks, apart by the rescaled groups that it stands in."""
    found: dict[object, list[Leaf]] = {}
    rescaled = [each for _, each in sheet.walk() if each.rescale is not None]
    for leaf in sheet.totalled:
        inside = frozenset(each.id for each in rescaled if leaf.id in each.ids)
        found.setdefault((leaf.panel, inside), []).append(leaf)
    return dict(found)


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    never_zero,
    lost_in_rounding,
    too_small,
)
