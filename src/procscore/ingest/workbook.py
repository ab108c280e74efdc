"""The cells of a workbook, with everything that a careful reader of scores must know of each.

openpyxl is used in full mode: it alone tells errors, formats, merged and hidden cells. Only cells
that exist are walked; one formatted cell in the last row costs nothing.
"""

import contextlib
import logging
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from procscore.diagnostics import Location, Problems
from procscore.ingest.gate import Opened
from procscore.ingest.sheet import Cell, Shape, Sheet

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_log = logging.getLogger(__name__)
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
"""What a number format shows literally, so that it says nothing of the kind of number."""


_EAST_ASIAN_DATES = frozenset({*range(27, 37), *range(50, 59)})
"""Number formats that are dates in Excel for East Asia; files name them without declaring them."""
_ERA = re.compile("g(?!eneral)", re.IGNORECASE)


_LAST_COLUMN = 16_384


@dataclass(frozen=True)
class WorkbookSheet(Sheet):
    """A worksheet."""

    file: str
    name: str
    hidden: bool
    values: "Worksheet"
    formulas: "Worksheet | None"
    _shapes: dict[int, Shape] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Mapping[int, tuple[int, ...]]:
        """Return the columns that hold something, by row."""
        found: dict[int, list[int]] = {}
        source = self.formulas or self.values
        for (row, column), cell in source._cells.items():  # noqa: SLF001 - iter_rows would make the cells between
            if cell.value is not None:
                found.setdefault(row, []).append(column)
        return {row: tuple(sorted(found[row])) for row in sorted(found)}

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell; one that does not exist is blank."""
        where = Location(self.file, self.name, row, column)
        merged = self._merged.get((row, column))
        hidden = row in self._hidden_rows or column in self._hidden_columns
        stored = self.values._cells.get((row, column))  # noqa: SLF001 - ws.cell() would create it
        if stored is None or stored.value is None:
            return Cell(
                None, where, formula=self._formula(row, column), merged=merged, hidden=hidden
            )
        shape = self._shape(stored)
        return Cell(
            stored.value,
            where,
            shape,
            stored.data_type == "e" and shape is not Shape.DATE,
            self._formula(row, column),
            merged,
            hidden,
        )

    def _shape(self, stored: Any) -> Shape:
        """Return the shape of a number; looked up once for each number format of the sheet."""
        if stored.data_type == "d" or _beyond_all_dates(stored):
            return Shape.DATE
        if stored.data_type != "n":
            return Shape.PLAIN
        number_format = stored._style.numFmtId  # noqa: SLF001 - the name takes ten times as long
        shape = self._shapes.get(number_format)
        if shape is None:
            shape = self._shapes[number_format] = _shape_of(stored)
        return shape

    def _formula(self, row: int, column: int) -> str | None:
        if self.formulas is None:
            return None
        stored = self.formulas._cells.get((row, column))  # noqa: SLF001 - as above
        if stored is None or stored.data_type != "f":
            return None
        return str(getattr(stored.value, "text", stored.value))  # array formulas are objects

    @cached_property
    def _merged(self) -> Mapping[tuple[int, int], str]:
        if not self.rows:
            return {}
        last_row, last_column = max(self.rows), max(max(columns) for columns in self.rows.values())
        return {
            (row, column): block.coord
            for block in self.values.merged_cells.ranges
            for row in range(block.min_row, min(block.max_row, last_row) + 1)
            for column in range(block.min_col, min(block.max_col, last_column) + 1)
        }

    @cached_property
    def _hidden_rows(self) -> frozenset[int]:
        return frozenset(
            row for row, dimension in self.values.row_dimensions.items() if dimension.hidden
        )

    @cached_property
    def _hidden_columns(self) -> frozenset[int]:
        return frozenset(
            column
            for dimension in self.values.column_dimensions.values()
            if dimension.hidden and dimension.min and dimension.max
            for column in range(dimension.min, min(dimension.max, _LAST_COLUMN) + 1)
        )


def _beyond_all_dates(stored: Any) -> bool:
    """Tell whether openpyxl made an error of a number that is too large for its date format."""
    return stored.data_type == "e" and stored.value == "#VALUE!" and _shape_of(stored) is Shape.DATE


def _shape_of(stored: Any) -> Shape:
    from openpyxl.styles.numbers import is_date_format

    try:
        shown = stored.number_format
    except IndexError:  # a format that the file does not declare: Excel shows the plain number
        return Shape.PLAIN
    plain = _NOT_FORMAT.sub("", shown)
    if is_date_format(shown) or stored._style.numFmtId in _EAST_ASIAN_DATES or _ERA.search(plain):  # noqa: SLF001
        return Shape.DATE
    if ";" in shown and not shown.partition(";")[0].strip():
        return Shape.UNSEEN
    return Shape.PERCENT if "%" in plain else Shape.PLAIN


def read(opened: Opened, shown: str, problems: Problems) -> tuple[Sheet, ...] | None:
    """Return the worksheets of a workbook that passed the gate, None if it cannot be read.

    Formulas are read in a second pass, and only where there are any.
    """
    try:
        values = _load(opened.data, data_only=True)
        formulas = _load(opened.data, data_only=False) if opened.has_formulas else None
    except Exception as error:  # noqa: BLE001 - openpyxl raises whatever its parts raise on odd files
        _log.info("openpyxl could not read %s", shown, exc_info=True)
        problems.add("workbook-unreadable", Location(shown), cause=type(error).__name__)
        return None
    if len(values.sheetnames) < opened.sheets:  # openpyxl passes over a sheet whose part is missing
        problems.add("workbook-damaged", Location(shown))
        return None
    return tuple(
        WorkbookSheet(
            shown,
            sheet.title,
            sheet.sheet_state != "visible",
            sheet,
            formulas[sheet.title] if formulas else None,
        )
        for sheet in values.worksheets
    )


def _load(data: bytes, *, data_only: bool) -> "Workbook":
    from openpyxl import load_workbook

    with warnings.catch_warnings(), contextlib.redirect_stdout(None):  # it prints, too
        warnings.simplefilter("ignore")  # extensions it cannot keep are no matter for reading
        return load_workbook(BytesIO(data), data_only=data_only, keep_links=False)
