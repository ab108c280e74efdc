import re
import time
from io import BytesIO

import pytest
from openpyxl import load_workbook

from procscore import xlsx
from procscore.xlsx import Book, Cells, Chart, Rule, Series, Style


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
    page.note(1, 1, "y")
    cells = Cells("採点", (1, 1), (1, 1))
    page.chart(4, 1, Chart("stacked bars", "t", (Series(cells, cells, cells),)), 300, 200)
    page.break_before(4)
    page.protect()
    return book.content


def test_the_same_content_gives_the_same_bytes_also_later(monkeypatch):
    first = made()
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(2_000_000_000))
    assert made() == first


def test_a_book_says_what_it_is_in_its_properties():
    book = Book(title="t", keywords="what it is")
    book.page("x")
    properties = load_workbook(BytesIO(book.content)).properties
    assert (properties.title, properties.keywords) == ("t", "what it is")
