"""The cells of a workbook, with everything that a careful reader of scores must know of each.

openpyxl is used in full mode: it alone tells errors, formats, merged and hidden cells. Only cells
that exist are walked; one formatted cell in the last row costs nothing.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from procscore.diagnostics import Location, Problems
from procscore.ingest.gate import Opened
from procscore.ingest.number_format import NumberFormat
from procscore.ingest.sheet import Cell, Shape, Sheet

if TYPE_CHECKING:
    from procscore.ingest.cells_only import Stored

_log = logging.getLogger(__name__)
_UNDECLARED = {
    **dict.fromkeys((*range(27, 37), *range(50, 59), *range(71, 82)), Shape.DATE),
    **dict.fromkeys((67, 68), Shape.PERCENT),
}
"""What Excel for East Asia and Thailand shows by number formats that files name and do not declare.

ECMA-376, part 1, 18.8.30.
"""


@dataclass(frozen=True)
class WorkbookSheet(Sheet):
    """A worksheet."""

    file: str
    name: str
    hidden: bool
    stored: "Stored"
    _formats: dict[int, NumberFormat] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[int, tuple[int, ...]]:
        """Return the columns that hold something, by row."""
        found: dict[int, set[int]] = {}
        for (row, column), cell in self.stored.cells.items():
            if cell.value is not None:
                found.setdefault(row, set()).add(column)
        for row, column in self.stored.formulas:
            found.setdefault(row, set()).add(column)
        return {row: tuple(sorted(found[row])) for row in sorted(found)}

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; one that does not exist is blank."""
        where = Location(self.file, self.name, row, column)
        merged = self._merged.get((row, column))
        hidden = row in self.stored.hidden_rows or column in self.stored.hidden_columns
        formula = self.stored.formulas.get((row, column))
        stored = self.stored.cells.get((row, column))
        if stored is None or stored.value is None:
            return Cell(None, where, formula=formula, merged=merged, hidden=hidden)
        shape = self._shape(stored)
        is_error = stored.data_type == "e" and shape is not Shape.DATE
        return Cell(stored.value, where, shape, is_error, formula, merged, hidden)

    def _shape(self, stored: Any) -> Shape:
        """Return the shape of a number; its format is looked up once for each of the sheet."""
        if stored.data_type == "d":
            return Shape.DATE
        if stored.data_type == "e":  # openpyxl makes one of what is too large for its date format
            is_date = stored.value == "#VALUE!" and self._format(stored).shape is Shape.DATE
            return Shape.DATE if is_date else Shape.PLAIN
        if stored.data_type != "n":
            return Shape.PLAIN
        if stored.value == 0 and not self.stored.shows_zeros:
            return Shape.UNSEEN
        return self._format(stored).shape_of(stored.value)

    def _format(self, stored: Any) -> NumberFormat:
        number = stored._style.numFmtId  # noqa: SLF001 - the name takes ten times as long
        known = self._formats.get(number)
        if known is None:
            known = self._formats[number] = _format_of(stored, number)
        return known

    @cached_property
    def _merged(self) -> Mapping[tuple[int, int], str]:
        if not self.rows:
            return {}
        last_row, last_column = max(self.rows), max(max(columns) for columns in self.rows.values())
        return {
            (row, column): block.coord
            for block in self.stored.merged
            for row in range(block.min_row, min(block.max_row, last_row) + 1)
            for column in range(block.min_col, min(block.max_col, last_column) + 1)
        }


def _format_of(stored: Any, number: int) -> NumberFormat:
    if number in _UNDECLARED:
        return NumberFormat(_UNDECLARED[number])
    try:
        return NumberFormat.of(stored.number_format)
    except IndexError:  # a format that the file does not declare: Excel shows the plain number
        return NumberFormat(Shape.PLAIN)


def read(opened: Opened, shown: str, problems: Problems) -> tuple[Sheet, ...] | None:
    """Return the worksheets of a workbook that passed the gate, None if it cannot be read."""
    from procscore.ingest import cells_only, one_reading

    try:
        book = cells_only.load(opened.data)
    except one_reading.TwoReadingsError:
        problems.add("workbook-damaged", Location(shown))
        return None
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever its parts raise on odd files
        _log.info("openpyxl could not read %s", shown, exc_info=True)
        problems.add("workbook-unreadable", Location(shown), cause=type(error).__name__)
        return None
    if len(book.worksheets) + book.charts < opened.sheets:  # the part of a sheet is missing
        problems.add("workbook-damaged", Location(shown))
        return None
    return tuple(
        WorkbookSheet(shown, stored.name, not stored.visible, stored) for stored in book.worksheets
    )
