"""The rows of a form: which criterion stands where, and which rows a sum is of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.sheets.marking import MARKS, POINTS, Marking, marking, plain_sum
from procscore.xlsx import address

_MOST_ARGUMENTS = 255
_LONGEST_FORMULA = 8192


@dataclass(frozen=True, slots=True)
class Row:
    """A criterion, or a group of criteria, with its row in the sheet."""

    number: int
    criterion: Criterion
    depth: int
    leaf: Leaf | None
    """None for a group."""
    marking: Marking | None
    parts: tuple["Row", ...] = ()

    @property
    def leaves(self) -> tuple["Row", ...]:
        """Return the rows of the criteria that are marked, this one or those below it."""
        if self.leaf is not None:
            return (self,)
        return tuple(leaf for part in self.parts for leaf in part.leaves)

    @property
    def summed(self) -> tuple["Row", ...]:
        """Return the rows whose marks are added up; ○ and × are not."""
        return tuple(row for row in self.leaves if row.marking and row.marking.worth)

    @property
    def how(self) -> str:
        """Return how it is marked, in a word or two; nothing for a group."""
        return str(self.marking.told) if self.marking else ""

    @property
    def points(self) -> Fraction:
        """Return the points at stake in this sheet."""
        if self.leaf is not None:
            return self.leaf.points
        return sum((row.leaf.points for row in self.summed if row.leaf), Fraction(0))


def rows(sheet: CriteriaSheet, leaves: Iterable[Leaf], first: int) -> tuple[Row, ...]:
    """Return the top rows of a form that holds `leaves`, the first of them in row `first`.

    A group has the row before its parts. Groups of which nothing is marked here have none.
    """
    wanted = {leaf.id: leaf for leaf in leaves}
    counter = iter(range(first, first + len(sheet.by_id) + 1))

    def build(criterion: Criterion, depth: int) -> Row | None:
        if not criterion.criteria:
            leaf = wanted.get(criterion.id)
            if leaf is None:
                return None
            return Row(next(counter), criterion, depth, leaf, marking(sheet, leaf))
        if wanted.keys().isdisjoint(criterion.ids):
            return None
        number = next(counter)
        parts = (build(part, depth + 1) for part in criterion.criteria)
        return Row(number, criterion, depth, None, None, tuple(filter(None, parts)))

    return tuple(filter(None, (build(top, 0) for top in sheet.criteria)))


def walk(tops: Iterable[Row]) -> Iterator[Row]:
    """Give every row from top to bottom."""
    for row in tops:
        yield row
        yield from walk(row.parts)


def ranges(found: Iterable[Row], column: int) -> tuple[str, ...]:
    """Return the ranges of a column that cover the rows, neighbours together."""
    return tuple(_range(run, column) for run in runs(found))


def total(parts: Sequence[Row], column: int, points_column: int) -> str | None:
    """Return the formula of the points of `parts` in the column of a vendor; None: none has any.

    Nothing is shown before a mark is there: a sum of blanks would look like a sum of zeros. None,
    too, where the formula would be longer than Excel takes: it would not open the workbook.
    """
    summed = [leaf for part in parts for leaf in part.summed]
    if not summed:
        return None
    plain = [part for part in parts if _is_plain(part)]
    terms = [_called("SUM", _plain_ranges(plain, column))] if plain else []
    scaled = [part for part in parts if part.leaf and part.summed and not _is_plain(part)]
    for run in runs(scaled, lambda row: row.marking and row.marking.worth):
        worth = run[0].marking and run[0].marking.worth
        points = _range(run, points_column, fixed=True)
        terms.append((worth or "").replace(MARKS, _range(run, column)).replace(POINTS, points))
    filled = _called("COUNTA", ranges(summed, column))
    formula = f'=IF({filled}=0,"",{"+".join(terms)})'
    return formula if len(formula) <= _LONGEST_FORMULA else None


def _called(function: str, arguments: Sequence[str]) -> str:
    """Return calls of a function of as many arguments as Excel takes, added up."""
    parts = (arguments[n : n + _MOST_ARGUMENTS] for n in range(0, len(arguments), _MOST_ARGUMENTS))
    return "+".join(f"{function}({','.join(part)})" for part in parts)


def missing(tops: Sequence[Row], column: int) -> str:
    """Return the formula that counts the blank marks of a vendor."""
    leaves = [leaf for top in tops for leaf in top.leaves]
    return "=" + "+".join(f"COUNTBLANK({each})" for each in ranges(leaves, column))


def _is_plain(part: Row) -> bool:
    """Tell whether a part's cell is in points: the sum of a group is, and so are some marks."""
    if part.leaf is None:
        return bool(part.summed)
    return part.marking is not None and plain_sum(part.marking)


def _plain_ranges(parts: Sequence[Row], column: int) -> tuple[str, ...]:
    # A group's cell holds the sum of its parts, so a run ends where rows lie between.
    return tuple(_range(run, column) for run in runs(parts))


def runs(
    found: Iterable[Row], kind: Callable[[Row], object] = lambda _row: None
) -> list[list[Row]]:
    """Return neighbouring rows of one kind together."""
    listed = list(found)
    keyed = groupby(enumerate(listed), key=lambda each: (each[1].number - each[0], kind(each[1])))
    return [[row for _, row in run] for _, run in keyed]


def _range(run: Sequence[Row], column: int, *, fixed: bool = False) -> str:
    first, last = run[0].number, run[-1].number
    start = address(first, column, fixed_column=fixed)
    return start if first == last else f"{start}:{address(last, column, fixed_column=fixed)}"
