"""The workbook of a ranking, for its tests: as it is laid out, and as openpyxl reads it back.

    book = Written(result)
    assert book.row("Details", "plan") == ["plan", 60, 50, 40, "=AVERAGE(C5:D5)"]

A row is named by the text in its first or its second column.
"""

from fractions import Fraction
from io import BytesIO

from openpyxl import load_workbook

from procscore.export.ranking_book import export
from procscore.export.ranking_book.book import drafts
from procscore.export.ranking_book.draft import Draft
from procscore.export.ranking_book.frame import Frame
from procscore.export.ranking_book.ledger import Ledger
from procscore.xlsx import Book

_NAMING = 2
"""Columns in which a row is named."""


class Written:
    """A workbook that was written and read back: formulas as they are written, texts, numbers."""

    def __init__(self, source):
        content = export(source) if not isinstance(source, bytes) else source
        self.formulas = load_workbook(BytesIO(content))
        self._values = load_workbook(BytesIO(content), data_only=True)

    @property
    def sheets(self):
        """Return the names of the sheets in their order, without the one that nobody sees."""
        return [each.title for each in self.formulas if each.sheet_state == "visible"]

    def row(self, sheet, name, number=0):
        """Return the cells of a row without those that are empty at the end; the `number`-th so named."""
        return self._cells(self.formulas[sheet], self._found(sheet, name)[number])

    def values(self, sheet, name, number=0):
        """Return what is stored in the cells of a row."""
        return self._cells(self._values[sheet], self._found(sheet, name)[number])

    def texts(self, sheet):
        """Return every text of a sheet."""
        return [
            cell
            for row in self.formulas[sheet].iter_rows(values_only=True)
            for cell in row
            if isinstance(cell, str)
        ]

    def every_formula(self):
        """Give every formula with its stored value."""
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield cell.value, self._values[sheet.title][cell.coordinate].value

    def _found(self, sheet, name):
        columns = range(1, _NAMING + 1)
        rows = range(1, self.formulas[sheet].max_row + 1)
        cells = self.formulas[sheet].cell
        found = [row for row in rows if any(cells(row, at).value == name for at in columns)]
        assert found, f"{name} names no row of {sheet}"
        return found

    @staticmethod
    def _cells(sheet, row):
        cells = [cell.value for cell in sheet[row]]
        while cells and cells[-1] is None:
            cells.pop()
        return cells


def frame_of(result):
    """Return the frame of a workbook that is laid out; its ledger knows what is not live."""
    frame = Frame(result)
    drafts(frame)
    return frame


def not_live(result):
    """Return what a workbook holds as a number that was computed or read elsewhere."""
    ledger = frame_of(result).ledger
    return [str(each.reason) for each in ledger.entered] + [name for _spot, name in ledger.severed]


def draft(widths=(20, 10, 10), **rules):
    """Return an empty sheet in the making, in a workbook of its own."""
    return Draft("S", Ledger(), list(widths), **rules)


def read(*sheets):
    """Write sheets that are laid out into a workbook, and return that as openpyxl reads it."""
    book = Book()
    for each in sheets:
        each.resolve()
        each.write(book, "footer")
    return load_workbook(BytesIO(book.content))


def fractions(*texts):
    """Return numbers that are written as texts."""
    return [Fraction(each) for each in texts]
