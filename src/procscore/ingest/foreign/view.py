"""A sheet as somebody looks at it who does not know yet where its headings and marks stand."""

from collections.abc import Mapping
from functools import cached_property

from procscore.diagnostics import Location, Problems
from procscore.exact import NotANumberError, parse
from procscore.ingest import cell_values
from procscore.ingest.foreign.headings import Heading, filled, heading
from procscore.ingest.sheet import Cell, Shape, Sheet
from procscore.model.address import Block
from procscore.names import sign_key

MOST_LINES = 500
MOST_ACROSS = 100
"""What stands further down, or further to the right, is not looked at."""
_LONGEST_GRADE = 2
_SIGNS = frozenset(map(sign_key, "○×◎△適否可"))


class View:
    """A sheet, or the same sheet on its side: then columns are its lines."""

    def __init__(self, sheet: Sheet, *, turned: bool = False) -> None:
        """Look at a sheet."""
        self.sheet = sheet
        self.turned = turned
        self._texts: dict[tuple[int, int], str] = {}
        self._quiet = Problems()

    @cached_property
    def lines(self) -> Mapping[int, tuple[int, ...]]:
        """Return where something stands in each line."""
        found: dict[int, list[int]] = {}
        for row, columns in self.sheet.rows.items():
            for column in columns:
                line, across = (column, row) if self.turned else (row, column)
                if line <= MOST_LINES and across <= MOST_ACROSS:
                    found.setdefault(line, []).append(across)
        return {line: tuple(sorted(found[line])) for line in sorted(found)}

    @cached_property
    def across(self) -> tuple[int, ...]:
        """Return all places in which any line holds something."""
        return tuple(sorted({each for places in self.lines.values() for each in places}))

    def cell(self, line: int, across: int) -> Cell:
        """Return a cell; of a merged one, the one that holds its content."""
        return filled(self.sheet, *self.position(line, across))

    def position(self, line: int, across: int) -> tuple[int, int]:
        """Return the row and the column of a place."""
        return (across, line) if self.turned else (line, across)

    def text(self, line: int, across: int) -> str:
        """Return the words of a cell."""
        place = (line, across)
        if place not in self._texts:
            self._texts[place] = cell_values.label(self.cell(line, across), self._quiet)
        return self._texts[place]

    def where(self, line: int, across: int) -> Location:
        """Return the place of a cell."""
        return self.cell(line, across).where

    def heading(self, line: int, across: tuple[int, ...]) -> Heading:
        """Return the heading of a line that stands in several cells of it."""
        return heading(self.sheet, [self.position(line, each) for each in across], self._quiet)

    def block(self, lines: tuple[int, int], across: tuple[int, int]) -> Block:
        """Return the range of lines and places, first and last, in the sheet."""
        first, last = self.position(lines[0], across[0]), self.position(lines[1], across[1])
        return Block(*first, *last)

    def holds_mark(self, line: int, across: int) -> bool:
        """Tell whether a number, a short grade or ○ or × stands in a cell."""
        return is_mark(self.sheet.cell(*self.position(line, across)))


def is_mark(cell: Cell) -> bool:
    """Tell whether a cell may hold a mark."""
    if cell.blank or cell.is_error or isinstance(cell.value, bool) or cell.shape is Shape.DATE:
        return False
    if isinstance(cell.value, int | float):
        return True
    text = cell_values.text(cell)
    if sign_key(text) in _SIGNS or (len(text) <= _LONGEST_GRADE and text.isascii() and text):
        return True
    try:
        parse(text)
    except NotANumberError:
        return False
    return True
