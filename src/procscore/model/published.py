"""A ranking as it was published: what stands in its cells, or in the keys of its JSON."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from typing import Any, Literal

from procscore.diagnostics import Location
from procscore.model.bids import InputFile
from procscore.model.recorded import Recorded

Content = Fraction | str
Kind = Literal[".json", ".xlsx", ".csv"]


@dataclass(frozen=True, slots=True)
class Held:
    """What stands in a cell."""

    content: Content
    """A number as a reader sees it, or a text; empty where only a formula stands."""
    formula: str = ""
    """Written alike, whatever program saved it; empty where there is none."""
    format: str = ""
    """The number format as it is written (`#,##0.00`); empty in a text file."""


@dataclass(frozen=True)
class Grid:
    """A sheet: the cells in which something stands, by row and column, counted from 1."""

    name: str
    rows: Mapping[int, Mapping[int, Held]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def texts(self, row: int) -> tuple[str, ...]:
        """Return the texts of a row, from left to right."""
        cells = (each.content for each in self.rows.get(row, {}).values())
        return tuple(each for each in cells if isinstance(each, str) and each)

    def column_texts(self, column: int) -> Iterator[str]:
        """Give the texts of a column, from above."""
        for row in self._order:
            held = self.rows[row].get(column)
            if held is not None and isinstance(held.content, str) and held.content:
                yield held.content

    def above(self, line: str) -> "Grid":
        """Return the sheet as far as the row that says `line` alone, without it."""
        end = next(
            (row for row in self.rows if len(self.rows[row]) == 1 and self.texts(row) == (line,)),
            None,
        )
        if end is None:
            return self
        return replace(self, rows={row: of for row, of in self.rows.items() if row < end})

    def block(self, row: int) -> str:
        """Return the line of one text above a row of several cells: whose rows they are.

        Empty for a row of one cell, and where there is none.
        """
        return self._blocks[row]

    def rows_above(self, row: int) -> Iterator[int]:
        """Give the rows above one in which something stands, from the nearest to the first."""
        for place in range(bisect_left(self._order, row) - 1, -1, -1):
            yield self._order[place]

    @cached_property
    def _order(self) -> tuple[int, ...]:
        return tuple(sorted(self.rows))

    @cached_property
    def _blocks(self) -> dict[int, str]:
        found, line = {}, ""
        for row in self._order:
            alone = len(self.rows[row]) == 1
            found[row] = "" if alone else line
            if alone and (texts := self.texts(row)):
                line = texts[0]
        return found


@dataclass(frozen=True, slots=True)
class Published:
    """A ranking that procscore wrote, as it is now."""

    where: Location
    kind: Kind
    language: str
    grids: tuple[Grid, ...] = ()
    """The sheets of a workbook, or the one table of a CSV file; none for JSON."""
    content: Any = None
    """The JSON, None for other files."""
    record: Recorded | None = None
    """What it was made of, where that stands in it and can be read."""
    broken: bool = False
    """Whether there is a record that cannot be read."""
    version: str = ""
    """Of procscore, as far as the ranking says it."""
    inputs: tuple[InputFile, ...] = field(default=())
    """The files that it names, with their SHA-256, as far as it does."""
    anonymous: bool | None = None
    """Whether it says that names are left out; None where it does not say it."""
