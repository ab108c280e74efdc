from procscore.diagnostics import Location
from procscore.ingest.sheet import Cell, Sheet


class Listed(Sheet):
    """A sheet of rows that stand in the test."""

    file, name, hidden = "a.csv", "a", False

    def __init__(self, *rows):
        self.given = rows

    @property
    def rows(self):
        found = {
            number: tuple(column for column, value in enumerate(row, start=1) if value is not None)
            for number, row in enumerate(self.given, start=1)
        }
        return {number: columns for number, columns in found.items() if columns}

    def cell(self, row, column):
        return Cell(self.given[row - 1][column - 1], Location(self.file, self.name, row, column))


def test_the_cells_of_a_row_are_those_that_hold_something_from_left_to_right():
    sheet = Listed(["x", None, 3], [None], [None, 0])
    assert [(each.value, each.where.cell) for each in sheet.cells(1)] == [("x", "A1"), (3, "C1")]
    assert list(sheet.cells(2)) == []
    assert [each.value for each in sheet.cells(3)] == [0]
    assert list(sheet.cells(9)) == []


def test_the_place_of_a_sheet_names_no_cell():
    assert Listed().where == Location("a.csv", "a")


def test_a_cell_is_blank_without_words_and_not_with_a_zero_or_a_formula():
    where = Location("a.xlsx", "a", 1, 1)
    assert Cell(None, where).blank
    assert Cell(" \u3000", where).blank
    assert not Cell(0, where).blank
    assert not Cell(None, where, formula="=A2").blank
