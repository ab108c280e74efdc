"""Notes, conditions, sizes and print areas, read from the parts of a workbook."""

import pytest
import xlsxwriter

from procscore.ingest import published_looks
from procscore.ingest.unseen_cells import Letters
from procscore.model.published import Condition, Looks
from support import books

SHEET, NOTES, WORKBOOK = "xl/worksheets/sheet1.xml", "xl/comments1.xml", "xl/workbook.xml"


@pytest.fixture
def path(tmp_path):
    """Write a workbook of two sheets, the second plain."""
    path = tmp_path / "looks.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("結果, A社's")
    sheet.write_row(0, 0, ["順位", "提案者", "合計"])
    sheet.write_comment("C2", "一行目\n二行目\n", {"author": "委員1"})
    looks = book.add_format({"bg_color": "#FBE3E0", "font_color": "#112233", "num_format": '"199"'})
    rule = {"type": "formula", "criteria": '=$A2<>""', "format": looks}
    sheet.conditional_format("A2:C3", {**rule, "multi_range": "A2:C3 E5"})
    sheet.conditional_format("B9", {"type": "cell", "criteria": ">", "value": 5, "format": None})
    sheet.set_column("D:E", 1)
    sheet.set_column("F:F", 3)
    sheet.set_row(4, 7)
    sheet.set_row(5, 9)
    sheet.print_area("A1:C3")
    book.add_worksheet("明細").write(0, 0, 1)
    book.close()
    return path


def drawn(path):
    return published_looks.read(path.read_bytes())


def test_a_sheet_is_read_with_what_lies_over_and_around_its_cells(path):
    first, second = drawn(path).items()
    assert first[0] == "結果, A社's"
    assert first[1].looks == Looks(
        {(2, 3): "一行目\n二行目"},
        (
            Condition("A2:C3 E5", '$A2<>""', 'FF112233, "199", FFFBE3E0'),
            Condition("B9", "greaterThan 5", ""),
        ),
        "A1:C3",
    )
    assert first[1].low_rows == {5}
    assert first[1].narrow_columns == {4, 5}
    assert second == ("明細", published_looks.Drawn(Looks(), theme=first[1].theme))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'結果, A社''s'!$A$1:$C$3,'結果, A社''s'!$A$7", "A1:C3, A7"),
        ("'結果, A社''s'!$A:$C", "A:C"),
        ("'結果, A社''s'!$1:$3", "1:3"),
        ("OFFSET(x,0,0)", "OFFSET(x,0,0)"),
    ],
)
def test_a_print_area_is_read_as_its_ranges(written, read, path):
    books.rewrite(path, WORKBOOK, r"(Print_Area[^>]*>)[^<]*", rf"\g<1>{written}")
    assert drawn(path)["結果, A社's"].looks.print_area == read
    assert drawn(path)["明細"].looks.print_area == ""


def test_a_note_is_its_text_without_how_it_is_read_aloud(path):
    books.rewrite(path, NOTES, "</text>", '<rPh sb="0" eb="1"><t>イチ</t></rPh></text>')
    assert drawn(path)["結果, A社's"].looks.notes == {(2, 3): "一行目\n二行目"}


@pytest.mark.parametrize("content", [b"<broken", b"<comments/>", None])
def test_notes_that_cannot_be_read_are_none(content, path):
    parts = books.parts(path)
    if content is None:
        del parts[NOTES]
    else:
        parts[NOTES] = content
    books.pack(path, parts)
    assert drawn(path)["結果, A社's"].looks.notes == {}


def test_a_condition_that_excel_added_later_is_one_too(path):
    added = (
        '<extLst><ext><x14:conditionalFormattings xmlns:x14="a" xmlns:xm="b"><x14:conditionalFormatting>'
        '<x14:cfRule type="dataBar"><x14:dataBar><x14:fillColor rgb="FF638EC6"/></x14:dataBar></x14:cfRule>'
        "<xm:sqref>C2:C9</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )
    books.rewrite(path, SHEET, "</worksheet>", f"{added}</worksheet>")
    conditions = drawn(path)["結果, A社's"].looks.conditions
    assert conditions[-1] == Condition("C2:C9", "dataBar", "FF638EC6")


FIRST = "結果, A社's"
STRINGS, THEME = "xl/sharedStrings.xml", "xl/theme/theme1.xml"


@pytest.mark.parametrize("column", ['<col max="4" width="1"/>', '<col min="x" max="4" width="1"/>'])
def test_columns_that_cannot_be_read_are_passed_over(column, path):
    books.rewrite(path, SHEET, "<cols>", f"<cols>{column}")
    assert drawn(path)[FIRST].narrow_columns == {4, 5}


@pytest.mark.parametrize(
    ("default", "low", "narrow"),
    [
        ('defaultRowHeight="15" zeroHeight="true"', {1, 2, 5}, {4, 5}),
        ('defaultRowHeight="7"', {1, 2, 5}, {4, 5}),
        ('defaultRowHeight="15" defaultColWidth="1.5"', {5}, {1, 2, 3, 4, 5, 7}),
        ('defaultRowHeight="15" baseColWidth="0"', {5}, {1, 2, 3, 4, 5, 7}),
        ('defaultRowHeight="15" baseColWidth="8" zeroHeight="0"', {5}, {4, 5}),
    ],
)
def test_rows_and_columns_without_a_size_have_that_of_the_sheet(default, low, narrow, path):
    books.rewrite(path, SHEET, "<sheetFormatPr [^>]*>", f"<sheetFormatPr {default}/>")
    found = drawn(path)[FIRST]
    assert found.low_rows == low
    assert {each for each in found.narrow_columns if each < 8} == narrow


@pytest.mark.parametrize(
    ("view", "low", "narrow"),
    [
        ('<pane xSplit="1" ySplit="1" state="frozen"/>', {1, 2, 5}, {1, 4, 5}),
        ('<pane ySplit="1" state="frozen"/>', {1, 2, 5}, {4, 5}),
        ('<pane xSplit="1" ySplit="1" state="split"/>', {5}, {4, 5}),
        ("", {5}, {4, 5}),
    ],
)
def test_what_stands_before_a_frozen_part_is_out_of_reach(view, low, narrow, path):
    whole = f'<sheetView topLeftCell="B3" workbookViewId="0">{view}</sheetView>'
    books.rewrite(path, SHEET, "<sheetView [^>]*/>", whole)
    assert (drawn(path)[FIRST].low_rows, drawn(path)[FIRST].narrow_columns) == (low, narrow)


@pytest.mark.parametrize("written", ["0", "false"])
def test_a_sheet_may_hide_its_zeros(written, path):
    books.rewrite(path, SHEET, "<sheetView ", f'<sheetView showZeros="{written}" ')
    assert [each.looks.hides_zeros for each in drawn(path).values()] == [True, False]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&L案件&R&P / &N", ("案件",)),
        ('&amp;C&amp;"Yu Gothic,Bold"&amp;12&amp;KFF0000 A&amp;B社&amp;R2', ("A社 2",)),
        ("&amp;LA&amp;&amp;B", ("A&B",)),
        ("&P / &N", ()),
    ],
)
def test_a_header_is_what_it_says(written, read, path):
    written = written.replace("&amp;", "&").replace("&", "&amp;")
    books.rewrite(
        path,
        SHEET,
        "<legacyDrawing",
        f"<headerFooter><evenHeader>{written}</evenHeader><oddFooter/></headerFooter><legacyDrawing",
    )
    assert drawn(path)[FIRST].looks.headers == read


def test_a_prompt_is_read_at_the_first_of_its_cells(path):
    prompts = (
        '<dataValidations><dataValidation prompt="一位はA社" promptTitle="訂正" sqref="C2:D9 F1"/>'
        '<dataValidation prompt="以上" sqref="C2"/>'
        '<dataValidation type="list" sqref="B2"/><dataValidation prompt="x" sqref="?"/></dataValidations>'
    )
    books.rewrite(path, SHEET, "<legacyDrawing", f"{prompts}<legacyDrawing")
    assert drawn(path)[FIRST].looks.prompts == {(2, 3): "訂正\n一位はA社\n以上", (1, 1): "x"}


WHITE = '<r><rPr><sz val="9"/><color rgb="FFFFFFFF"/></rPr><t>合計</t></r>'
ODD = '<r><rPr><sz val="x"/></rPr><t>合計</t></r><r><t>合計</t></r>'
BLANK = '<r><rPr><sz val="1"/></rPr><t> </t></r>'
LETTERS = (Letters(9.0, (("rgb", "FFFFFFFF"),)), Letters(None))


@pytest.mark.parametrize("is_inline", [True, False])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_letters_are_read_that_are_written_otherwise_than_their_cell(is_inline, encoding, path):
    text = WHITE + WHITE + ODD + BLANK
    if is_inline:
        cell = rf"\1><is>{text}</is></c><c><is>{WHITE}</is></c>"
        books.rewrite(path, SHEET, r'(<c r="C1") t="s"><v>2</v></c>', cell)
    else:
        books.rewrite(path, STRINGS, "<t>合計</t>", text)
        parts = books.parts(path)
        written = parts[STRINGS].decode().replace("UTF-8", encoding)
        books.pack(path, {**parts, STRINGS: written.encode(encoding)})
    more = {(1, 4): LETTERS[:1]} if is_inline else {}
    assert drawn(path)[FIRST].letters == {(1, 3): LETTERS, **more}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('<a:srgbClr val="FAFAFA"/>', (250, 250, 250)),
        ('<a:sysClr val="windowText" lastClr="010203"/>', (1, 2, 3)),
        ('<a:sysClr val="window" lastClr="010203"/>', (255, 255, 255)),
        ('<a:sysClr val="other"/>', (255, 255, 255)),
    ],
)
def test_the_colours_of_the_theme_are_read(written, read, path):
    books.rewrite(path, THEME, "<a:accent1>.*?</a:accent1>", f"<a:accent1>{written}</a:accent1>")
    other = '<x><a:accent1><a:srgbClr val="000000"/></a:accent1></x></a:theme>'
    books.rewrite(path, THEME, "</a:theme>", other)
    found = drawn(path)[FIRST].theme
    assert (found[0], found[1], found[4]) == ((255, 255, 255), (0, 0, 0), read)


def test_black_letters_are_not_told_of_a_condition(path):
    books.rewrite(path, "xl/styles.xml", "FF112233", "FF000000")
    assert drawn(path)[FIRST].looks.conditions[0].looks == '"199", FFFBE3E0'


def test_a_sheet_of_a_chart_is_known(tmp_path):
    path = tmp_path / "chart.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("結果").write(0, 0, 1)
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=結果!$A$1"})
    book.add_chartsheet("図").set_chart(chart)
    book.close()
    assert {name: each.is_chart for name, each in drawn(path).items()} == {
        "結果": False,
        "図": True,
    }
