"""Which row or column of one sheet is which of another, told by their texts.

What was taken out, put in or moved is found as that, and what stands beside it is not taken for
changed.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from procscore.model.published import Grid, Held
from procscore.verifying.pairing import AS_THEY_STAND, Heads, Key, Lines, paired

Called = Callable[[str], str]
"""What a text calls: the id of a vendor, however it is written; else the text itself."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an expected sheet: its headings, and the rows below them up to the next headings."""

    first: int
    """The row of the headings."""
    last: int
    columns: Lines

    def holds(self, row: int) -> bool:
        """Tell whether an expected row is one of it."""
        return self.first <= row <= self.last


@dataclass(frozen=True, slots=True)
class Matched:
    """Where the rows of a sheet stand, and the columns of each of its tables."""

    rows: Lines
    tables: tuple[Table, ...]

    def columns(self, row: int) -> Lines:
        """Return where the columns of an expected row stand."""
        return next((each.columns for each in self.tables if each.holds(row)), AS_THEY_STAND)


def matched(found: Grid, expected: Grid, called: Called = str) -> Matched:
    """Match the rows of two sheets, and the columns of each table: tables stand above each other."""
    by_rows = rows(found, expected, called)
    heads = sorted(expected.heads)
    ends = [*(head - 1 for head in heads[1:]), max(expected.rows, default=0)]
    return Matched(
        by_rows,
        tuple(
            Table(first, last, columns(found, expected, _within(by_rows, first, last), called))
            for first, last in zip(heads, ends, strict=False)
        ),
    )


def _within(by_rows: Lines, first: int, last: int) -> dict[int, int]:
    return {row: there for row, there in by_rows.pairs.items() if first <= row <= last}


def rows(found: Grid, expected: Grid, called: Called = str) -> Lines:
    """Match the rows of two sheets: criteria are called alike under every vendor, so blocks count."""

    def keys(grid: Grid) -> dict[int, Key]:
        told = ((row, (grid.block(row), *grid.texts(row))) for row in sorted(grid.rows))
        return {row: tuple(map(called, texts)) for row, texts in told}

    def likeness(row: int, there: int) -> int:
        return _common(expected.rows[row], found.rows[there])

    here = keys(found)
    heads = Heads(tuple(filter(found.holds_texts, here)), tuple(sorted(expected.heads)))
    return paired(here, keys(expected), likeness, heads)


def columns(found: Grid, expected: Grid, pairs: Mapping[int, int], called: Called = str) -> Lines:
    """Match the columns of two sheets in some rows, known by `pairs`, by the texts that stand in them."""
    here = _columns(found, {there: row for row, there in pairs.items()})
    there = _columns(expected, {row: row for row in pairs})

    def keys(columns: Mapping[int, Mapping[int, Held]]) -> dict[int, Key]:
        return {
            column: ("", *(called(each) for _row, each in sorted(_texts(columns[column]))))
            for column in sorted(columns)
        }

    return paired(
        keys(here), keys(there), lambda column, other: _common(there[column], here[other])
    )


def _columns(grid: Grid, known: Mapping[int, int]) -> dict[int, dict[int, Held]]:
    """Return the cells by column and by the expected row; rows that are not known are left out."""
    found: dict[int, dict[int, Held]] = {}
    for row, expected in known.items():
        for column, cell in grid.rows[row].items():
            found.setdefault(column, {})[expected] = cell
    return found


def _texts(cells: Mapping[int, Held]) -> Iterator[tuple[int, str]]:
    for row, cell in cells.items():
        if isinstance(cell.content, str) and cell.content:
            yield row, cell.content


def _common(wanted: Mapping[int, Held], got: Mapping[int, Held]) -> int:
    """Return how many cells of two lines say the same."""
    return sum(
        place in got and cell.content == got[place].content for place, cell in wanted.items()
    )
