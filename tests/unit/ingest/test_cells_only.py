"""Of a workbook the cells are read and what hides them; nothing else can change them or stop the reading."""

import pytest
from openpyxl import Workbook

from procscore.ingest import cells_only
from procscore.ingest.one_reading import TwoReadingsError
from support import books

PART = "xl/worksheets/sheet1.xml"


def _book(tmp_path, *rewritten, rows=((1, "a"), (2, "b"))):
    path = books.save(tmp_path / "bids.xlsx", {"表": [list(row) for row in rows]})
    for part, pattern, replacement in rewritten:
        books.rewrite(path, part, pattern, replacement)
    return cells_only.load(path.read_bytes())


def _sheet(tmp_path, *rewritten, **options):
    (sheet,) = _book(tmp_path, *rewritten, **options).worksheets
    return sheet


def _values(sheet):
    return {place: cell.value for place, cell in sheet.cells.items()}


def _behind_the_cells(xml):
    return (PART, "</sheetData>", f"</sheetData>{xml}")


def test_cells_are_kept_by_row_and_column(tmp_path):
    assert _values(_sheet(tmp_path)) == {(1, 1): 1, (1, 2): "a", (2, 1): 2, (2, 2): "b"}


@pytest.mark.parametrize(
    "xml",
    [
        '<hyperlinks><hyperlink ref="C1" location="5"/></hyperlinks>',
        '<hyperlinks><hyperlink ref="A1:XFD1048576" location="5"/></hyperlinks>',
        '<autoFilter ref="A1:B2"><filterColumn colId="0"><top10 val="あ"/></filterColumn></autoFilter>',
        '<conditionalFormatting sqref="A1"><cfRule type="nonsense"/></conditionalFormatting>',
        '<dataValidations><dataValidation type="nonsense" sqref="A1"/></dataValidations>',
        '<drawing r:id="rId9"/><legacyDrawing r:id="rId8"/>',
        '<tableParts count="1"><tablePart r:id="rId7"/></tableParts>',
    ],
    ids=["link", "links", "filter", "condition", "validation", "drawing", "table"],
)
def test_what_is_no_cell_makes_none_and_stops_nothing(tmp_path, xml):
    assert _values(_sheet(tmp_path, _behind_the_cells(xml))) == _values(_sheet(tmp_path))


def test_a_comment_on_a_range_makes_no_cells(tmp_path):
    path = tmp_path / "bids.xlsx"
    books.save(path, {"表": [[1]]})
    content = books.parts(path)
    content["xl/worksheets/_rels/sheet1.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" Target="../comments1.xml" Type="http://schemas.openxmlformats.org'
        b'/officeDocument/2006/relationships/comments"/></Relationships>'
    )
    content["xl/comments1.xml"] = (
        b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors/>'
        b'<commentList><comment ref="A1:XFD1048576" authorId="0"/></commentList></comments>'
    )
    books.pack(path, content)
    (sheet,) = cells_only.load(path.read_bytes()).worksheets
    assert list(sheet.cells) == [(1, 1)]


def test_odd_properties_of_the_document_stop_nothing(tmp_path):
    odd = ("docProps/core.xml", "<dcterms:created[^<]*", '<dcterms:created xsi:type="x">昨日')
    assert len(_sheet(tmp_path, odd).cells) == 4


@pytest.mark.parametrize("first", ["<v>1</v>", "", "<f>1</f>"])
@pytest.mark.parametrize("second", ["<v>7</v>", "", "<f>7</f>"])
def test_a_cell_that_stands_there_twice_is_refused_unless_both_are_blank(tmp_path, first, second):
    doubled = (PART, '<c r="A1"><v>1</v></c>', f'<c r="A1">{first}</c><c r="A1">{second}</c>')
    if first or second:
        with pytest.raises(TwoReadingsError):
            _sheet(tmp_path, doubled)
    else:
        assert _values(_sheet(tmp_path, doubled))[1, 1] is None


def test_a_row_that_stands_there_twice_is_refused(tmp_path):
    again = '<row r="2"><c r="A2"><v>9</v></c></row></sheetData>'
    with pytest.raises(TwoReadingsError):
        _sheet(tmp_path, (PART, "</sheetData>", again))


def test_a_formula_is_kept_beside_its_result_in_one_reading(tmp_path):
    sheet = _sheet(tmp_path, rows=[[books.Formula("=1+2", 3), 4]])
    assert _values(sheet) == {(1, 1): 3, (1, 2): 4}
    assert sheet.formulas == {(1, 1): "=1+2"}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ('<f t="array" ref="A1">SUM(B1:B2)</f>', "=SUM(B1:B2)"),
        ('<f t="shared" ref="A1:A2" si="0">B1*2</f>', "=B1*2"),
        ('<f t="shared" si="3"/>', "="),
        ('<f t="dataTable" ref="A1" dt2D="1" dtr="1" r1="B1" r2="B2"/>', "=TABLE(B1, B2)"),
    ],
)
def test_every_kind_of_formula_has_a_text(tmp_path, written, text):
    sheet = _sheet(tmp_path, (PART, '<c r="A1"><v>1</v>', f'<c r="A1">{written}<v>1</v>'))
    assert sheet.formulas == {(1, 1): text}


def test_a_formula_under_a_merged_range_is_gone_with_its_cell(tmp_path):
    merged = _behind_the_cells('<mergeCells><mergeCell ref="A1:B1"/></mergeCells>')
    sheet = _sheet(tmp_path, merged, rows=[[1, books.Formula("=1+2", 3)]])
    assert sheet.formulas == {}
    assert sheet.cells[1, 2].value is None
    assert [block.coord for block in sheet.merged] == ["A1:B1"]


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ('hidden="1"', True),
        ('hidden="true"', True),
        ('hidden="0"', False),
        ('hidden="false"', False),
        ('hidden="on"', True),
        ('hidden="t"', True),
        ('ht="0e0" customHeight="1"', True),
        ('ht="0" customHeight="1"', True),
        ('ht="0.0" customHeight="1"', True),
        ('ht="0.75" customHeight="1"', False),
    ],
)
def test_a_row_is_hidden_or_has_no_height(tmp_path, attributes, hidden):
    sheet = _sheet(tmp_path, (PART, '<row r="2"', f'<row r="2" {attributes}'))
    assert sheet.hidden_rows == ({2} if hidden else set())


@pytest.mark.parametrize(
    ("attributes", "hidden"),
    [
        ('min="2" max="3" width="9" hidden="1"', {2, 3}),
        ('min="2" max="2" width="0"', {2}),
        ('min="16383" max="99999" hidden="1"', {16383, 16384}),
        ('min="2" max="3" width="0.5"', set()),
    ],
)
def test_a_column_is_hidden_or_has_no_width(tmp_path, attributes, hidden):
    cols = (PART, "<sheetData>", f"<cols><col {attributes}/></cols><sheetData>")
    assert _sheet(tmp_path, cols).hidden_columns == hidden


def test_a_sheet_may_show_no_zeros(tmp_path):
    assert _sheet(tmp_path).shows_zeros
    assert not _sheet(tmp_path, (PART, "<sheetView ", '<sheetView showZeros="0" ')).shows_zeros


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("A社_x000D_\n", "A社\r\n"),
        ("_x000b_", "\x0b"),
        ("_x005F_x000D_", "_x000D_"),
        ("_xD83D_", "_xD83D_"),
        ("_x12_", "_x12_"),
        ("plan_x", "plan_x"),
    ],
)
def test_characters_that_xml_cannot_hold_are_read_as_excel_shows_them(tmp_path, stored, text):
    path = tmp_path / "bids.xlsx"
    book = Workbook()
    book.active["A1"] = stored
    book.save(path)
    (sheet,) = cells_only.load(path.read_bytes()).worksheets
    assert sheet.cells[1, 1].value == text


def test_a_chart_sheet_is_counted_and_not_looked_into(tmp_path):
    book = Workbook()
    book.active["A1"] = 1
    book.create_chartsheet("図")
    path = tmp_path / "bids.xlsx"
    book.save(path)
    found = cells_only.load(path.read_bytes())
    assert ([sheet.name for sheet in found.worksheets], found.charts) == (["Sheet"], 1)


def test_a_sheet_tells_whether_it_is_visible(tmp_path):
    hidden = ("xl/workbook.xml", '<sheet name="表"', '<sheet name="表" state="veryHidden"')
    assert _sheet(tmp_path).visible
    assert not _sheet(tmp_path, hidden).visible


def test_what_openpyxl_warns_of_is_kept_quiet(tmp_path):
    beyond = (PART, '<c r="A1"><v>1</v>', '<c r="A1" s="1"><v>-99999999</v>')
    dates = [[1, books.Formatted(1, "yyyy-mm-dd")]]
    assert _sheet(tmp_path, beyond, rows=dates).cells[1, 1].value == "#VALUE!"
