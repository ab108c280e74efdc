"""openpyxl's reader, cut down to what stands in cells and what hides it.

All else is left where it lies: hyperlinks (openpyxl writes their targets into blank cells, and makes
every cell of the range that they cover), comments, filters, validations, conditional formats, tables,
charts, pictures, names and properties. So none of it can change a cell, keep a workbook from being
read, or cost time and memory. Formulas are read in the same pass as their stored results.
"""

import contextlib
import re
import warnings
from collections import Counter
from collections.abc import Generator, Mapping
from io import BytesIO
from typing import Any, NamedTuple

from openpyxl.cell import MergedCell
from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.worksheet._reader import (
    CF_TAG,
    COL_TAG,
    EXT_TAG,
    FORMULA_TAG,
    HYPERLINK_TAG,
    MERGE_TAG,
    ROW_TAG,
    VALIDATION_TAG,
    WorkSheetParser,
    WorksheetReader,
)
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.formula import DataTableFormula
from openpyxl.worksheet.merge import MergeCells
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.constants import SHARED_STRINGS
from openpyxl.xml.functions import iterparse

from procscore.ingest import one_reading
from procscore.ingest.one_reading import STRING_TAG, VIEW_TAG, TwoReadingsError

_LEFT_OUT = (CF_TAG, EXT_TAG, HYPERLINK_TAG, VALIDATION_TAG)
"""What may be there a hundred thousand times; its memory is given back at once."""
_YES = ("1", "true")
_NO = ("0", "false")
_LAST_COLUMN = 16_384
_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")
"""Halves of surrogate pairs are no characters and stay as they are written."""
Place = tuple[int, int]
"""Row and column, counted from 1."""


class Stored(NamedTuple):
    """What stands in a worksheet."""

    name: str
    visible: bool
    cells: Mapping[Place, Any]
    """openpyxl's cells, those that exist, with the stored results of formulas."""
    formulas: Mapping[Place, str]
    merged: tuple[CellRange, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
    shows_zeros: bool
    """Whether a zero is shown: a setting of the whole sheet."""


class Book(NamedTuple):
    """What stands in a workbook."""

    worksheets: tuple[Stored, ...]
    charts: int
    """How many of its sheets hold a chart and nothing else."""


def load(data: bytes) -> Book:
    """Return the worksheets of a workbook.

    Raises TwoReadingsError, and whatever openpyxl raises on odd parts.
    """
    with warnings.catch_warnings(), contextlib.redirect_stdout(None):  # it prints, too
        warnings.simplefilter("ignore")  # extensions it cannot keep are no matter for reading
        reader = _Reader(BytesIO(data), data_only=True, keep_links=False)
        reader.read()
    return Book(tuple(reader.worksheets), reader.charts)


class _Reader(ExcelReader):
    worksheets: list[Stored]
    charts = 0

    def read(self) -> None:
        self.worksheets = []
        with self.archive:
            self.read_manifest()
            package: Any = self.package
            strings = package.find(SHARED_STRINGS)
            strings_part = strings.PartName[1:] if strings else None
            self.read_workbook()
            one_reading.check_parts(self.archive, self.parser.workbook_part_name, strings_part)
            if strings_part:
                with self.archive.open(strings_part) as part:
                    self.shared_strings = _strings(part)
            apply_stylesheet(self.archive, self.wb)
            self.read_worksheets()

    def read_worksheets(self) -> None:
        for sheet, relation in self.parser.find_sheets():
            if relation.target not in self.valid_files:
                continue
            if "chartsheet" in relation.Type:
                self.charts += 1
                continue
            worksheet = self.wb.create_sheet(sheet.name)
            with self.archive.open(relation.target) as part:
                reader = _Worksheet(worksheet, part, self.shared_strings)
                reader.bind_cells()
                reader.bind_merged_cells()
            self.worksheets.append(reader.stored(visible=sheet.state == "visible"))


def _strings(source: Any) -> list[str]:
    """Return the shared strings, without the readings (furigana) that stand beside them."""
    found: list[str] = []
    element = None
    for _, element in iterparse(source):
        if element.tag == STRING_TAG:
            one_reading.check_text(element)
            text: Any = Text.from_tree(element)
            found.append(text.content)
            element.clear()
    one_reading.check_strings(element, len(found))
    return found


class _Worksheet(WorksheetReader):
    def __init__(self, worksheet: Worksheet, part: Any, strings: Any) -> None:
        super().__init__(worksheet, part, strings, data_only=True, rich_text=False)
        book: Any = worksheet.parent
        self.found = self.parser = _Parser(
            part,
            strings,
            data_only=True,
            epoch=book.epoch,
            date_formats=book._date_formats,  # noqa: SLF001 - as openpyxl's own reader does
            timedelta_formats=book._timedelta_formats,  # noqa: SLF001 - as above
        )

    def stored(self, *, visible: bool) -> Stored:
        cells = self.ws._cells  # noqa: SLF001 - iter_rows would make the cells between
        covered = {place for place, cell in cells.items() if isinstance(cell, MergedCell)}
        return Stored(
            self.ws.title,
            visible,
            cells,
            {place: text for place, text in self.found.formulas.items() if place not in covered},
            tuple(self.ws.merged_cells.ranges),
            frozenset(self.found.hidden_rows),
            frozenset(self.found.hidden_columns),
            self.found.shows_zeros,
        )


class _Parser(WorkSheetParser):
    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.formulas: dict[Place, str] = {}
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.shows_zeros = True
        self._met: dict[Place, bool] = {}
        """Whether anything stands in a cell that was met."""

    def parse(self) -> Generator[Any, None, None]:
        met: Counter[str] = Counter()
        element = None
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                met[ROW_TAG] += 1
                yield self.parse_row(element)
                element.clear()
                self.row_dimensions.clear()  # what openpyxl keeps of every painted row
            elif element.tag == COL_TAG:
                met[COL_TAG] += 1
                self._parse_column(element.attrib)
            elif element.tag == MERGE_TAG:
                met[MERGE_TAG] += 1
                self.merged_cells = MergeCells.from_tree(element)
            elif element.tag == VIEW_TAG:
                met[VIEW_TAG] += 1
                self.shows_zeros = element.get("showZeros", "1") in _YES
            elif element.tag in _LEFT_OUT:
                element.clear()
        one_reading.check_sheet(element, met)

    def parse_row(self, row: Any) -> tuple[int, list[dict[str, Any]]]:
        one_reading.check_whole(row.get("r", "1"))
        number, cells = super().parse_row(row)
        if _is_hidden(row.attrib, "ht"):
            self.hidden_rows.add(number)
        return number, cells

    def parse_cell(self, element: Any) -> dict[str, Any]:
        one_reading.check_cell(element)
        cell = super().parse_cell(element)
        place = (cell["row"], cell["column"])
        if cell["data_type"] == "s" and isinstance(cell["value"], str):
            cell["value"] = _unescaped(cell["value"])
        if len(element) and element[0].tag == FORMULA_TAG:
            formula: Any = super().parse_formula
            self.formulas[place] = _formula_text(formula(element))
        holds = cell["value"] is not None or place in self.formulas
        if place in self._met and (holds or self._met[place]):
            raise TwoReadingsError(place)  # one of the two would be lost
        self._met[place] = holds
        return cell

    def _parse_column(self, attributes: Mapping[str, str]) -> None:
        if _is_hidden(attributes, "width"):
            first, last = attributes["min"], attributes["max"]
            one_reading.check_whole(first)
            one_reading.check_whole(last)
            self.hidden_columns.update(range(int(first), min(int(last), _LAST_COLUMN) + 1))


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Tell whether a row or column is hidden, or so low or narrow that nothing of it is seen."""
    written = attributes.get(size, "1")
    one_reading.check_number(written)
    return attributes.get("hidden", "0") not in _NO or float(written) <= 0


def _formula_text(formula: Any) -> str:
    if isinstance(formula, DataTableFormula):
        cells = (formula.r1, formula.r2)
        return f"=TABLE({', '.join(str(cell) for cell in cells if cell)})"
    return str(getattr(formula, "text", formula))  # array formulas are objects


def _unescaped(text: str) -> str:
    """Return `text` with the characters that XML cannot hold: `_x000D_` is a carriage return.

    Excel shows it so, and writes an underscore that it must not take for one as `_x005F_`.
    """
    return _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), text) if "_x" in text else text
