import re
import time
import warnings
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procscore import xlsx
from procscore.xlsx import Book, Formula, Rule, Style

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


@pytest.mark.parametrize(
    "name",
    [
        "x" * 32,
        "\U0002000b" * 16,
        "a/b",
        "a\\b",
        "a?b",
        "a*b",
        "a[b",
        "a]b",
        "a:b",
        "'a",
        "a'",
        "",
        "  ",
        "a\x00",
        "History",
    ],
)
def test_a_name_that_excel_does_not_take_for_a_sheet_is_refused(name):
    assert xlsx.sheet_name_fault(name)
    with pytest.raises(ValueError, match=f"^{re.escape(name)}$"):
        Book().page(name)


@pytest.mark.parametrize(
    "name", ["x" * 31, "採点_" + "字" * 28, "a'b", "採点_佐藤 太郎", "\U0002000b" * 15]
)
def test_a_name_that_excel_takes_is_taken(name):
    book = Book()
    book.page(name)
    assert load_workbook(BytesIO(book.content)).sheetnames == [name]


def test_two_sheets_are_not_called_alike_but_for_case():
    book = Book()
    book.page("Marks_a")
    with pytest.raises(ValueError, match="MARKS_A"):
        book.page("MARKS_A")


def made():
    book = Book(title="t")
    page = book.page("採点")
    page.put(1, 1, "x", Style(bold=True))
    page.allow([((1, 1), (2, 2))], Rule("list", choices=("○", "×")))
    page.protect()
    return book.content


def test_the_same_content_gives_the_same_bytes_also_later(monkeypatch):
    first = made()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert made() == first


def test_a_rule_that_excel_would_not_take_is_an_error():
    book = Book()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pytest.raises(ValueError, match="choices"):
            book.page("s").allow([((1, 1), (1, 1))], Rule("list", choices=("x" * 300,)))


def test_long_prompts_are_cut_and_the_rule_stays():
    book = Book()
    page = book.page("s")
    page.allow(
        [((1, 1), (1, 1))],
        Rule("whole", 0, 5, title="見出し" * 20, prompt="説明" * 200, complaint="誤り" * 200),
    )
    (rule,) = load_workbook(BytesIO(book.content))["s"].data_validations.dataValidation
    assert (rule.type, rule.formula1, rule.formula2) == ("whole", "0", "5")
    assert len(rule.prompt) == len(rule.error) == 255
    assert len(rule.promptTitle) == 32


@pytest.mark.parametrize(
    ("choices", "fits"),
    [
        (("A", "B"), True),
        (("a,b", "c"), False),
        (('"並"', "c"), False),
        ((" a", "b"), False),
        (("字" * 126, "字" * 128), True),
        (("字" * 127, "字" * 128), False),
    ],
)
def test_choices_fit_a_list_if_nothing_in_them_separates_and_they_are_short(choices, fits):
    assert xlsx.fits_a_list(choices) == fits


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1/2", "0.5"),
        ("-3", "-3"),
        ("20/3", "20/3"),
        ("0", "0"),
        ("1/8", "0.125"),
        ("1000000", "1000000"),
    ],
)
def test_an_exact_number_in_a_formula(value, written):
    assert xlsx.number(Fraction(value)) == written


def test_addresses():
    assert xlsx.address(1, 1) == "A1"
    assert xlsx.address(20, 28, fixed_row=True) == "AB$20"
    assert xlsx.address(3, 4, fixed_row=True, fixed_column=True) == "$D$3"


def test_widths_count_east_asian_characters_twice_and_the_widest_line():
    assert xlsx.width("abc") == 3
    assert xlsx.width("審査ab") == 6
    assert xlsx.width("a\n審査\nbc") == 4
    assert xlsx.width("") == 0


def test_a_text_takes_more_lines_in_a_narrower_cell_and_fewer_in_a_smaller_size():
    text = "提案システムの機能" * 4
    assert xlsx.lines(text, 100) == 1
    assert xlsx.lines(text, 30) > xlsx.lines(text, 60)
    assert xlsx.lines(text, 30, 9) < xlsx.lines(text, 30, 16)
    assert xlsx.lines("a\nb", 50) == 2


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
