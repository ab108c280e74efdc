"""The shape of a foreign sheet: where its marks and their headings stand, as far as that is plain.

A shape is found from the headings, so that an empty form has one, too: the line in which most
vendors (or evaluators) stand, and the columns by which most criteria are known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procscore.ingest.foreign import guess_criteria
from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.ingest.foreign.meaning import is_beside, is_total
from procscore.ingest.foreign.view import View
from procscore.ingest.sheet import Sheet
from procscore.model.address import Block
from procscore.model.pattern import Dimension
from procscore.names import key

_FEWEST = 2
"""So many vendors or evaluators in one line are headings; one may stand anywhere."""
_MARK_WORDS = (
    *("評点", "採点", "得点", "点数", "評価点", "素点", "採点欄", "評価"),
    *("mark", "score", "points"),
)
_MARK_HEADINGS = frozenset(map(key, _MARK_WORDS))


@dataclass(frozen=True)
class Guess:
    """A shape. Places are lines and what is across them, as in `View`."""

    turned: bool
    lines: tuple[int, int]
    """The first and the last line with marks."""
    across: tuple[int, ...]
    """Where in these lines marks stand."""
    solid: bool
    """Whether nothing but marks and totals stands between the first and the last of `across`."""
    criterion: tuple[int, ...]
    """What heads each line together; empty where it is not plain."""
    above: tuple[tuple[Dimension, int], ...]
    """The lines above the marks in which vendors or evaluators stand."""
    beside: tuple[tuple[Dimension, int], ...]
    """What is before the marks of a line, in which vendors or evaluators stand."""
    under: str | None
    points: int | None
    """Where the points of the criteria stand in each line."""
    unnamed: int | None
    """A line with headings above the marks that are nobody's by what is known."""
    known: int
    """How many criteria are known by their headings."""

    @property
    def dimensions(self) -> frozenset[Dimension]:
        """Return what headings tell."""
        found: set[Dimension] = {each for each, _ in (*self.above, *self.beside)}
        return frozenset(found | ({"criterion"} if self.criterion else set()))

    def blocks(self, view: View) -> tuple[Block, ...]:
        """Return the ranges of the marks."""
        if self.solid:
            return (view.block(self.lines, (self.across[0], self.across[-1])),)
        return tuple(view.block(self.lines, (each, each)) for each in self.across)


def guess(sheet: Sheet, known: Acquaintance) -> Guess | None:
    """Return the shape of a sheet, None where there is none that marks could stand in."""
    found = [
        each
        for turned in (False, True)
        if (each := _guess(View(sheet, turned=turned), known)) is not None
    ]
    return max(found, key=_weight, default=None)


def _weight(each: Guess) -> tuple[int, int, int]:
    """Return how much speaks for a shape; criteria down the sheet go before criteria across."""
    return (each.known, len(each.dimensions), not each.turned)


def _guess(view: View, known: Acquaintance) -> Guess | None:
    above = tuple(_lines_of(view, known))
    start = max((line for _, line in above), default=0) + 1
    across = _marked_across(view, known, above, start)
    criteria = guess_criteria.find(view, known, start, min(across, default=0))
    if not across:
        across = _numbers_across(view, criteria)
    if not across:
        return None
    lines = _extent(view, start, across, criteria)
    if lines is None:
        return None
    headings = criteria.across or guess_criteria.only_texts(view, lines, across[0])
    beside = tuple(_columns_of(view, known, lines, across[0], {each for each, _ in above}))
    return Guess(
        view.turned,
        lines,
        across,
        _is_solid(view, lines, across),
        headings,
        above,
        beside,
        criteria.under,
        guess_criteria.points(view, known, criteria, across[0]),
        _heading_line(view, across, start, lines[0]),
        criteria.known,
    )


def _lines_of(view: View, known: Acquaintance) -> Iterator[tuple[Dimension, int]]:
    """Give the line in which most vendors stand, and that of the evaluators."""
    dimensions: tuple[Dimension, ...] = ("evaluator", "vendor")
    for dimension in dimensions:
        counts = {
            line: len(_met(view, known, dimension, ((line, each) for each in places)))
            for line, places in view.lines.items()
        }
        best = max(counts.values(), default=0)
        if best >= _FEWEST:
            yield dimension, next(line for line, count in counts.items() if count == best)


def _met(
    view: View, known: Acquaintance, dimension: Dimension, places: Iterator[tuple[int, int]]
) -> set[str]:
    """Return the keys of the vendors or evaluators that stand in places."""
    texts = {view.text(*place) for place in places}
    return {
        known.find(dimension, text) or key(text) for text in texts if known.may_be(dimension, text)
    }


def _marked_across(
    view: View, known: Acquaintance, above: Sequence[tuple[Dimension, int]], start: int
) -> tuple[int, ...]:
    """Return what stands below a heading in each of the lines above the marks.

    Of what a merged heading spans, columns of words are left out, and those headed as totals.
    """
    found: list[int] = []
    for each in view.across if above else ():
        if not all(known.may_be(dimension, view.text(line, each)) for dimension, line in above):
            continue
        held = [line for line in view.lines if line >= start and each in view.lines[line]]
        heads = [view.text(line, each) for line in held if not view.holds_mark(line, each)]
        if any(map(is_beside, heads)):
            continue
        own = any(each in view.lines[line] for _, line in above)
        if own or any(view.holds_mark(line, each) for line in held):
            found.append(each)
    return tuple(found)


def _numbers_across(view: View, criteria: guess_criteria.Criteria) -> tuple[int, ...]:
    """Return where marks stand, or should, beside criteria (any lines), where nobody heads them."""
    lines = criteria.lines or tuple(
        line
        for line, places in view.lines.items()
        if sum(view.holds_mark(line, each) for each in places) >= _FEWEST
    )
    if not lines:
        return ()
    first = max(criteria.across, default=1)
    behind = [each for each in view.across if each > first]
    above = {
        each: {view.text(line, each) for line in view.lines if line < lines[0]} for each in behind
    }
    open_ = [
        each for each in behind if not set(map(key, above[each])) & guess_criteria.POINT_HEADINGS
    ]
    named = tuple(each for each in open_ if set(map(key, above[each])) & _MARK_HEADINGS)
    if named and criteria.lines:
        return named
    return tuple(
        each
        for each in open_
        if 2 * sum(view.holds_mark(line, each) for line in lines) > len(lines)
        and not any(map(is_beside, above[each]))
    )


def _heading_line(view: View, across: Sequence[int], start: int, first: int) -> int | None:
    """Return the nearest line above the marks, from `start` on, that heads each of them."""
    above = [line for line in view.lines if start <= line < first]
    for line in reversed(above) if len(across) >= _FEWEST else ():
        if all(view.text(line, each) for each in across):
            return line
    return None


def _extent(
    view: View, start: int, across: Sequence[int], criteria: guess_criteria.Criteria
) -> tuple[int, int] | None:
    """Return the first and the last line with marks, with the sum of all that follows them."""
    if criteria.lines:
        first, last = criteria.lines[0], criteria.lines[-1]
    else:
        marked = [
            line
            for line in view.lines
            if line >= start and any(view.holds_mark(line, each) for each in across)
        ]
        if not marked:
            return None
        first, last = marked[0], marked[-1]
    following = [line for line in view.lines if line > last]
    for line in following[:_FEWEST]:
        texts = (view.text(line, each) for each in view.lines[line] if each < across[0])
        if any(map(is_total, texts)):
            return first, line
    return first, last


def _columns_of(
    view: View, known: Acquaintance, lines: tuple[int, int], end: int, above: set[Dimension]
) -> Iterator[tuple[Dimension, int]]:
    """Give the columns before the marks in which several vendors, or evaluators, stand."""
    inside = [line for line in view.lines if lines[0] <= line <= lines[1]]
    dimensions: tuple[Dimension, ...] = ("evaluator", "vendor")
    for dimension in dimensions:
        if dimension in above:
            continue
        for each in (each for each in view.across if each < end):
            met = _met(view, known, dimension, ((line, each) for line in inside))
            if len(met) >= _FEWEST:
                yield dimension, each
                break


def _is_solid(view: View, lines: tuple[int, int], across: Sequence[int]) -> bool:
    """Tell whether what stands between the marks is headed as something beside them."""
    between = [each for each in view.across if across[0] < each < across[-1]]
    for each in between:
        if each in across:
            continue
        held = any(each in view.lines[line] for line in view.lines if lines[0] <= line <= lines[1])
        heads = (view.text(line, each) for line in view.lines if line < lines[0])
        if held and not any(text and is_beside(text) for text in heads):
            return False
    return True
