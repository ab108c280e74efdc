from io import BytesIO

import pytest
from openpyxl import load_workbook

from procscore.xlsx import Book, Style, styles


def cell(style):
    book = Book(font="Yu Mincho")
    book.page("s").put(1, 1, "x", style)
    return load_workbook(BytesIO(book.content))["s"]["A1"]


@pytest.mark.parametrize(
    ("style", "bottom"),
    [
        (Style(), "thin"),
        (Style(border=False), None),
        (Style(border=False, below=True), "thin"),
    ],
)
def test_the_line_below_a_cell(style, bottom):
    border = cell(style).border
    assert border.bottom.style == bottom
    assert border.top.style == ("thin" if style.border else None)


def test_how_the_text_of_a_cell_stands():
    text = cell(Style(align="center", bold=True, size=9))
    assert (text.font.name, text.font.sz, text.font.b) == ("Yu Mincho", 9, True)
    assert (text.alignment.horizontal, text.alignment.wrap_text) == ("center", True)


def test_what_a_style_does_not_say_is_left_to_excel():
    assert {"bg_color", "font_color", "num_format"}.isdisjoint(styles.properties(Style(), "x"))
