"""Which looks of a cell show nothing of what stands in it."""

import pytest
from openpyxl import Workbook
from openpyxl.styles import Color, Font, GradientFill, PatternFill

from procscore.ingest import unseen_cells


def solid(colour):
    return PatternFill("solid", fgColor=colour)


WHITE, BLACK = Color(theme=0), Color(theme=1)
UNSEEN = {
    "white on nothing": (Font(color="FFFFFFFF"), PatternFill()),
    "nearly white on nothing": (Font(color="FFF4F4F4"), PatternFill()),
    "white on a light fill": (Font(color="FFFFFFFF"), solid("FFE7F3E3")),
    "the ground of the theme": (Font(color=WHITE), PatternFill()),
    "the ground of the theme, a little darker": (
        Font(color=Color(theme=0, tint=-0.05)),
        PatternFill(),
    ),
    "the letters of the theme, nearly white": (
        Font(color=Color(theme=1, tint=0.95)),
        PatternFill(),
    ),
    "the ground of the system": (Font(color=Color(indexed=65)), PatternFill()),
    "white of the palette": (Font(color=Color(indexed=9)), PatternFill()),
    "nothing said on black": (Font(), solid("FF000000")),
    "a colour on itself": (Font(color="FF1F3864"), solid("FF1F3864")),
    "letters of one point": (Font(sz=1), PatternFill()),
}
SEEN = {
    "nothing said": (Font(), PatternFill()),
    "black": (Font(color=BLACK), PatternFill()),
    "black, half as dark": (Font(color=Color(theme=1, tint=0.5)), PatternFill()),
    "white on dark blue": (Font(color="FFFFFFFF"), solid("FF1F3864")),
    "grey on nothing": (Font(color="FF808080"), PatternFill()),
    "one of the other colours of the theme": (Font(color=Color(theme=4)), PatternFill()),
    "of the system": (Font(color=Color(indexed=64)), PatternFill()),
    "the ground of the theme, half as light": (
        Font(color=Color(theme=0, tint=-0.5)),
        PatternFill(),
    ),
    "white on a gradient": (Font(color="FFFFFFFF"), GradientFill(stop=("FF000000", "FFFFFFFF"))),
    "letters of eight points": (Font(sz=8), PatternFill()),
    "beyond the palette": (Font(color=Color(indexed=99)), PatternFill()),
}


@pytest.mark.parametrize("name", [*UNSEEN, *SEEN])
def test_looks_show_what_stands_there_or_do_not(name):
    sheet = Workbook().active
    sheet["B3"].font, sheet["B3"].fill = (UNSEEN | SEEN)[name]
    sheet["C3"] = 1
    cells = {(3, 2): sheet["B3"], (3, 3): sheet["C3"]}
    assert unseen_cells.of(cells) == ({(3, 2)} if name in UNSEEN else set())


def test_looks_that_a_file_does_not_declare_hide_nothing():
    cell = Workbook().active["A1"]
    cell.font = Font(color="FFFFFFFF")
    cell._style.fontId = 99
    assert unseen_cells.of({(1, 1): cell}) == set()
