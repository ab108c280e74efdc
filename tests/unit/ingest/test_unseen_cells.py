"""Which looks of a cell show nothing of what stands in it."""

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Color, Font, GradientFill, PatternFill

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
    "a colour that is nearly white by its tint": (
        Font(color=Color(rgb="FF1F3864", tint=0.99)),
        PatternFill(),
    ),
    "white on a gradient to white": (
        Font(color="FFFFFFFF"),
        GradientFill(stop=("FF000000", "FFFFFFFF")),
    ),
    "black on a pattern of black": (
        Font(),
        PatternFill("lightGray", fgColor="FF000000", bgColor="FF000000"),
    ),
    "white on white dots": (Font(color="FFFFFFFF"), PatternFill("gray125", fgColor="FFFFFFFF")),
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
    "a tint that is no number": (Font(color=Color(theme=1, tint=float("nan"))), PatternFill()),
    "black on a gradient of light colours": (
        Font(),
        GradientFill(stop=("FFE7F3E3", "FFFFFFFF")),
    ),
    "black on black dots": (Font(), PatternFill("lightGray")),
    "black on black dots, as Excel writes them": (
        Font(),
        PatternFill("lightGray", fgColor="FF000000", bgColor=Color(indexed=64)),
    ),
    "before the palette": (Font(color=Color(indexed=-99)), PatternFill()),
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


THEME = {0: (255, 255, 255), 1: (0, 0, 0), 4: (250, 250, 250)}
RED, THIN = (("rgb", "FFFF0000"),), (("theme", "4"),)


@pytest.mark.parametrize("colour", [Color(theme=4), Color(indexed=10)])
def test_colours_are_those_of_the_workbook(colour):
    book = Workbook()
    book._colors = ["00FFFFFF"] * 64
    book.active["B3"].font = Font(color=colour)
    cells = {(3, 2): book.active["B3"]}
    assert unseen_cells.of(cells, THEME) == {(3, 2)}


@pytest.mark.parametrize(
    ("letters", "is_unseen"),
    [
        ([(11, RED), (11, THIN)], True),
        ([(1, RED)], True),
        ([(None, (("rgb", "FFFFFFFF"),))], True),
        ([(11, RED), (None, ())], False),
        ([(11, (("rgb", "no colour"),))], False),
        ([(11, (("shade", "1"),))], False),
    ],
)
def test_a_part_of_the_letters_of_a_cell_may_be_unseen(letters, is_unseen):
    sheet = Workbook().active
    sheet["B3"].font = sheet["C3"].font = Font(sz=11)
    cells = {(3, 2): sheet["B3"], (3, 3): sheet["C3"]}
    several = tuple(unseen_cells.Letters(*each) for each in letters)
    found = unseen_cells.of(cells, THEME, {(3, 2): several, (9, 9): several})
    assert found == ({(3, 2)} if is_unseen else set())


def test_white_letters_are_seen_on_the_ground_of_their_cell():
    sheet = Workbook().active
    sheet["B3"].fill, sheet["B3"].font = solid("FF1F3864"), Font(color="FFFFFFFF")
    white = unseen_cells.Letters(11, (("rgb", "FFFFFFFF"),))
    assert unseen_cells.of({(3, 2): sheet["B3"]}, THEME, {(3, 2): (white,)}) == set()


def test_cells_that_repeat_what_stands_in_them_are_found():
    sheet = Workbook().active
    sheet["B3"].alignment, sheet["C3"].alignment = Alignment("fill"), Alignment("center")
    sheet["D3"].alignment = Alignment("fill")
    sheet["D3"]._style.alignmentId = 99  # which the file does not declare
    cells = {(3, 2): sheet["B3"], (3, 3): sheet["C3"], (3, 4): sheet["D3"]}
    assert unseen_cells.filled(cells) == {(3, 2)}
