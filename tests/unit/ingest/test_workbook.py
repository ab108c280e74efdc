"""A cell with everything that must be known of it, at the price of the cells that exist."""

import pytest

from procscore.diagnostics import Problems
from procscore.ingest import gate, workbook
from procscore.ingest.sheet import Shape
from support import books


def _sheets(path):
    problems = Problems()
    opened = gate.open_workbook(path, "bids.xlsx", problems)
    return workbook.read(opened, "bids.xlsx", problems)


def _sheet(tmp_path, rows):
    (sheet,) = _sheets(books.save(tmp_path / "bids.xlsx", {"a": rows}))
    return sheet


def test_a_value_keeps_its_kind(tmp_path):
    sheet = _sheet(tmp_path, [[36, 32.5, "36", True, None]])
    kinds = [type(sheet.cell(1, column).value) for column in range(1, 6)]
    assert kinds == [int, float, str, bool, type(None)]


def test_a_cell_knows_its_address(tmp_path):
    sheet = _sheet(tmp_path, [[], [None, None, 1]])
    assert str(sheet.cell(2, 3).where) == "bids.xlsx [a] C2"
    assert str(sheet.where) == "bids.xlsx [a]"


def test_only_cells_that_hold_something_are_walked(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1, None, 3], [], [None, 5]]})
    part = "xl/worksheets/sheet1.xml"
    last = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    (sheet,) = _sheets(books.rewrite(path, part, "</sheetData>", last))
    assert dict(sheet.rows) == {1: (1, 3), 3: (2,)}
    assert [cell.value for cell in sheet.cells(1)] == [1, 3]
    assert list(sheet.cells(2)) == []


@pytest.mark.parametrize(
    ("number_format", "shape"),
    [
        ("0.00", Shape.PLAIN),
        ("0%", Shape.PERCENT),
        ("0.0%;[Red]-0.0%", Shape.PERCENT),
        ('0"%"', Shape.PLAIN),
        ("0\\%", Shape.PLAIN),
        ("yyyy-mm-dd", Shape.DATE),
        ('[$-411]ggge"年"', Shape.DATE),
        ('0"点 d"', Shape.PLAIN),
    ],
)
def test_a_number_format_says_what_kind_of_number_is_shown(tmp_path, number_format, shape):
    sheet = _sheet(tmp_path, [[books.Formatted(0.85, number_format)]])
    assert sheet.cell(1, 1).shape is shape


def test_a_number_format_that_is_not_declared_is_plain(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[books.Formatted(36, "0.0")]]})
    books.rewrite(path, "xl/styles.xml", r'numFmtId="164"( fontId)', r'numFmtId="199"\1')
    (sheet,) = _sheets(path)
    assert sheet.cell(1, 1).shape is Shape.PLAIN


@pytest.mark.parametrize(
    ("number", "shape"),
    [(27, Shape.DATE), (58, Shape.DATE), (67, Shape.PERCENT), (71, Shape.DATE), (82, Shape.PLAIN)],
)
def test_a_number_format_of_a_language_is_known_without_declaration(tmp_path, number, shape):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[books.Formatted(36, "0.0")]]})
    books.rewrite(path, "xl/styles.xml", r'numFmtId="164"( fontId)', rf'numFmtId="{number}"\1')
    (sheet,) = _sheets(path)
    assert sheet.cell(1, 1).shape is shape


def test_a_zero_may_be_hidden_by_its_format_or_by_the_sheet(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[books.Formatted(0, "0;-0;"), 0, 1]]})

    def shapes():
        (sheet,) = _sheets(path)
        return [sheet.cell(1, column).shape for column in (1, 2, 3)]

    assert shapes() == [Shape.UNSEEN, Shape.PLAIN, Shape.PLAIN]
    books.rewrite(path, "xl/worksheets/sheet1.xml", "<sheetView ", '<sheetView showZeros="0" ')
    assert shapes() == [Shape.UNSEEN, Shape.UNSEEN, Shape.PLAIN]


def test_a_formula_stands_beside_its_stored_result(tmp_path):
    sheet = _sheet(tmp_path, [[books.Formula("=1+2", 3), 4]])
    assert (sheet.cell(1, 1).formula, sheet.cell(1, 1).value) == ("=1+2", 3)
    assert sheet.cell(1, 2).formula is None


def test_a_formula_without_a_result_is_not_blank(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[books.Formula("=1+2", 3)]]})
    books.rewrite(path, "xl/worksheets/sheet1.xml", "<v>3</v>", "")
    (sheet,) = _sheets(path)
    assert sheet.cell(1, 1).value is None
    assert not sheet.cell(1, 1).blank
    assert dict(sheet.rows) == {1: (1,)}


@pytest.mark.parametrize("value", [None, " ", "　", "\u00a0"])
def test_nothing_and_spaces_are_blank(tmp_path, value):
    assert _sheet(tmp_path, [[value, 1]]).cell(1, 1).blank


@pytest.mark.parametrize("value", [0, False, "-"])
def test_zero_and_a_dash_are_not_blank(tmp_path, value):
    assert not _sheet(tmp_path, [[value]]).cell(1, 1).blank


def test_an_error_is_no_text(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1, "#N/A"]]})
    books.rewrite(path, "xl/worksheets/sheet1.xml", '<c r="A1"><v>1', '<c r="A1" t="e"><v>#N/A')
    (sheet,) = _sheets(path)
    assert sheet.cell(1, 1).is_error
    assert not sheet.cell(1, 2).is_error


def test_all_cells_of_a_merged_range_know_it(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"案件": [[1, None, 2], [None, None, 3]]})
    (sheet,) = _sheets(books.merge(path, "案件", "A1:B2"))
    merged = {
        (row, column): sheet.cell(row, column).merged for row in (1, 2) for column in (1, 2, 3)
    }
    assert {place for place, known in merged.items() if known == "A1:B2"} == {
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
    }
    assert merged[1, 3] is None


def test_hidden_rows_and_columns_hide_their_cells(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1, 2, 3], [4, 5, 6]]})
    part = "xl/worksheets/sheet1.xml"
    books.rewrite(path, part, '<row r="2"', '<row r="2" hidden="1"')
    columns = '<cols><col min="2" max="3" width="9" hidden="1"/></cols><sheetData>'
    (sheet,) = _sheets(books.rewrite(path, part, "<sheetData>", columns))
    seen = [
        sheet.cell(row, column).value
        for row in (1, 2)
        for column in (1, 2, 3)
        if not sheet.cell(row, column).hidden
    ]
    assert seen == [1]


def test_a_row_that_is_said_not_to_be_hidden_is_not(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1]]})
    (sheet,) = _sheets(
        books.rewrite(path, "xl/worksheets/sheet1.xml", "<row ", '<row hidden="false" ')
    )
    assert not sheet.cell(1, 1).hidden


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_sheet_may_be_hidden(tmp_path, state):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1]], "b": [[2]]})
    books.rewrite(path, "xl/workbook.xml", '(<sheet name="b")', rf'\1 state="{state}"')
    assert [sheet.hidden for sheet in _sheets(path)] == [False, True]


def test_what_openpyxl_cannot_read_is_a_diagnostic_with_its_cause(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1]]})
    books.rewrite(path, "xl/workbook.xml", "<sheet name", '<sheet state="on" name')
    problems = Problems()
    opened = gate.open_workbook(path, "bids.xlsx", problems)
    assert workbook.read(opened, "bids.xlsx", problems) is None
    assert [(each.code, each.details["cause"]) for each in problems] == [
        ("workbook-unreadable", "ValueError")
    ]


def test_a_cell_that_stands_there_twice_is_damage(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1]]})
    books.rewrite(path, "xl/worksheets/sheet1.xml", "</row>", '<c r="A1"><v>2</v></c></row>')
    problems = Problems()
    opened = gate.open_workbook(path, "bids.xlsx", problems)
    assert workbook.read(opened, "bids.xlsx", problems) is None
    assert [each.code for each in problems] == ["workbook-damaged"]


def test_nothing_that_openpyxl_prints_reaches_the_results(tmp_path, capsys):
    """openpyxl prints a line for each style that refers to a format that is not there."""
    path = books.save(tmp_path / "bids.xlsx", {"a": [[1]]})
    books.rewrite(path, "xl/styles.xml", r"<cellStyleXfs.*</cellStyleXfs>", "")
    _sheets(path)
    assert capsys.readouterr().out == ""
