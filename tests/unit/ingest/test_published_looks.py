"""Notes, conditions, sizes and print areas, read from the parts of a workbook."""

import pytest
import xlsxwriter

from procscore.ingest import published_looks
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
    assert second == ("明細", published_looks.Drawn(Looks()))


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
