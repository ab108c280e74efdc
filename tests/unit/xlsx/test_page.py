import re
import zipfile
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procscore import xlsx
from procscore.xlsx import Book, Formula, Style

PLAIN = Style()


def book_with(content, style=PLAIN):
    """Return the only cell of a workbook, as openpyxl reads it: its value, and the cell."""
    book = Book()
    page = book.page("s")
    page.put(1, 1, content, style)
    cell = load_workbook(BytesIO(book.content))["s"]["A1"]
    return cell.value, cell


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://example.org","x")',
        "=1+1",
        "{=1}",
        "http://example.org",
        "mailto:a@example.org",
        "external:a.xlsx",
        "internal:s!A1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "\tx",
        "＝1",
        "12",
        "_x0041_",
        "<r><t>rich</t></r>",
        " padded ",
    ],
)
def test_text_is_text_whatever_it_looks_like(text):
    value, cell = book_with(text)
    assert cell.data_type == "s"
    assert cell.hyperlink is None
    # openpyxl leaves the escape of what looks like an escape as it is written.
    assert value.replace("_x005F_", "_").strip() == text.strip()


def test_what_no_cell_can_hold_is_left_out_and_everything_else_kept():
    assert book_with("a\x00\x07b\ud800c\ufffe\nd")[0] == "abc\nd"
    assert book_with("\U0002000b髙﨑葛\U000e0100\ue000")[0] == "\U0002000b髙﨑葛\U000e0100\ue000"


def test_a_text_that_is_too_long_for_a_cell_is_an_error_and_no_shorter_text():
    assert len(book_with("字" * xlsx.LONGEST_TEXT)[0]) == xlsx.LONGEST_TEXT
    with pytest.raises(ValueError, match="32768"):
        book_with("字" * (xlsx.LONGEST_TEXT + 1))


@pytest.mark.parametrize(
    ("content", "stored"),
    [
        (12, 12),
        (Fraction(1, 2), 0.5),
        (Fraction(20, 3), 20 / 3),
        (Fraction(120_000_000), 120_000_000),
    ],
)
def test_numbers_are_stored_as_excel_stores_them(content, stored):
    value, cell = book_with(content)
    assert (value, cell.data_type) == (stored, "n")


@pytest.mark.parametrize(
    ("value", "shown"), [("", None), ("0 / 7", "0 / 7"), (Fraction(7, 2), 3.5), (0, 0)]
)
def test_a_formula_is_stored_with_its_value(value, shown):
    book = Book()
    book.page("s").put(1, 1, Formula("=B1&C1", value), PLAIN)
    assert load_workbook(BytesIO(book.content))["s"]["A1"].value == "=B1&C1"
    assert (load_workbook(BytesIO(book.content), data_only=True)["s"]["A1"].value or None) == (
        shown or None
    )


def test_paper_print_titles_and_footer():
    book = Book()
    page = book.page("s")
    page.put(1, 1, "x", PLAIN)
    page.freeze(6, 4)
    page.print_on_a4(
        landscape=True, pages_wide=2, repeat_rows=(4, 5), repeat_columns=3, footer="A & B"
    )
    sheet = load_workbook(BytesIO(book.content))["s"]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$4:$5", "$A:$C")
    assert sheet.freeze_panes == "D6"
    assert sheet.oddFooter.left.text == "A && B"
    assert sheet.oddFooter.right.text == "&P / &N"


def test_a_protected_page_lets_only_unlocked_cells_be_written_and_has_no_password():
    book = Book()
    page = book.page("s")
    page.put(1, 1, "x", PLAIN)
    page.put(1, 2, None, Style(unlocked=True))
    page.protect()
    sheet = load_workbook(BytesIO(book.content))["s"]
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    assert (sheet["A1"].protection.locked, sheet["B1"].protection.locked) == (True, False)


def pages(make):
    """Return the sheet `s`, as openpyxl reads it, after `make` was done to it."""
    book = Book()
    page = book.page("s")
    page.put(1, 1, "x", PLAIN)
    make(page)
    return load_workbook(BytesIO(book.content))["s"]


def test_a_new_page_begins_with_the_row_that_is_named():
    def breaks(page):
        page.break_before(31)
        page.break_before(12)

    # A break is kept as the number of the row that it follows.
    assert [each.id for each in pages(breaks).row_breaks.brk] == [11, 30]


def test_only_the_area_is_printed():
    sheet = pages(lambda page: page.print_on_a4(landscape=False, area=((1, 1), (40, 7))))
    assert sheet.print_area == "'s'!$A$1:$G$40"
    assert pages(lambda page: page.print_on_a4(landscape=False)).print_area == ""


def test_a_note_names_nobody_and_is_as_high_as_its_text():
    book = Book()
    page = book.page("s")
    page.note(2, 3, "points × lowest ÷ price\x00")
    page.note(3, 3, "価格点の算式は出典に示されていない。" * 8)
    page.note(4, 3, "長" * 20_000)
    assert load_workbook(BytesIO(book.content))["s"]["C2"].comment.text == "points × lowest ÷ price"
    with zipfile.ZipFile(BytesIO(book.content)) as archive:
        authors = re.findall("<authors>(.*?)</authors>", archive.read("xl/comments1.xml").decode())
        boxes = archive.read("xl/drawings/vmlDrawing1.vml").decode()
    assert authors == ["<author></author>"]
    heights = [float(each) for each in re.findall(r"height:([0-9.]+)pt", boxes)]
    assert heights[0] < heights[1] < heights[2] == 450  # points: 600 pixels


def test_a_note_that_is_too_long_is_an_error():
    page = Book().page("s")
    with pytest.raises(ValueError, match="32768"):
        page.note(1, 1, "字" * (xlsx.LONGEST_TEXT + 1))


@pytest.mark.parametrize("text", ["字" * 300, "A & B " * 50, "&" * 200, "&" * 300])
def test_a_long_footer_is_cut_and_the_pages_are_still_counted(text):
    footer = pages(lambda page: page.print_on_a4(landscape=True, footer=text)).oddFooter
    assert footer.right.text == "&P / &N"
    assert footer.left.text.endswith("…")
    assert footer.left.text.count("&") % 2 == 0
    assert len(footer.left.text) <= 255


@pytest.mark.parametrize(("lies", "points"), [(False, 523), (True, 770)])
@pytest.mark.parametrize("text", ["字" * 300, "m" * 300])
def test_a_long_footer_ends_before_the_number_of_the_page(lies, points, text):
    footer = pages(lambda page: page.print_on_a4(landscape=lies, footer=text)).oddFooter
    # Of 10 points, an East Asian character is as wide as high; a narrow one takes 5.7 on average.
    each = 10 if text[0] == "字" else 5.7
    assert points * 0.6 < len(footer.left.text) * each < points - 50


def test_rows_fold_into_the_row_above_them_and_no_deeper_than_excel_can():
    book = Book()
    page = book.page("s")
    for row, level in enumerate([0, 1, 7, 9], start=1):
        page.put(row, 1, "x", PLAIN)
        page.height(row, 1, level=level)
    sheet = load_workbook(BytesIO(book.content))["s"]
    assert [sheet.row_dimensions[row].outlineLevel for row in range(1, 5)] == [0, 1, 7, 7]
    assert sheet.sheet_properties.outlinePr.summaryBelow is False
    assert not any(sheet.row_dimensions[row].hidden for row in range(1, 5))
