"""What stands in the cells of a ranking was not changed, and the eye meets something else.

Each change is made with openpyxl, and once more saved by LibreOffice, which writes sizes, colours,
notes and conditions in its own way.
"""

import shutil

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.formatting.rule import DataBarRule, Rule
from openpyxl.styles import Alignment, Font, GradientFill, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation

from support import books, tampering

NOTE = "委員2は計画を評価した"
NAMING = "正しい一位は 株式会社デルタ"
BARS = ("dataBar, FF638EC6", "")
HIDDEN = ("hidden", "in sight")
REPEATED = ("repeated until the cell is full", "once")
UNSEEN = ("in the colour of its ground, or too small to read", "in sight")


def conditional(sheet):
    shown = DifferentialStyle(numFmt=NumberFormat(numFmtId=200, formatCode='"199"'))
    sheet.conditional_formatting.add("H6", Rule(type="expression", formula=["H6>0"], dxf=shown))


def silenced(sheet):
    """Lay a condition over the line that warns, with the formula of the one that is there."""
    shown = DifferentialStyle(font=Font(color="FFFFFFFF"))
    rule = Rule(type="expression", formula=['$A9<>""'], dxf=shown)
    sheet.conditional_formatting.add("A9:J9", rule)


def bars(sheet):
    sheet.conditional_formatting.add("H5:H8", DataBarRule("num", 0, "num", 100, "FF638EC6"))


def narrow(sheet):
    sheet.column_dimensions["J"].width = 0.1


def low(sheet):
    sheet.row_dimensions[6].height = 3  # LibreOffice opens one of half a point in its usual height


def printed(sheet):
    sheet.print_area = "A1:J5"


def white(sheet):
    sheet["H6"].font = Font(name=sheet["H6"].font.name, sz=10, color="FFFFFFFF")


def tiny(sheet):
    sheet["H6"].font = Font(name=sheet["H6"].font.name, sz=1)


def replaced(sheet):
    sheet["D6"].comment = Comment("特に理由なし", "")


def taken_out(sheet):
    sheet["D6"].comment = None


def naming(sheet):
    sheet["H6"].comment = Comment(NAMING, "")


def headed(sheet):
    sheet.oddHeader.center.text = NAMING


def prompting(sheet):
    prompt = DataValidation(showInputMessage=True, promptTitle="訂正", prompt=NAMING)
    prompt.add("H6")
    sheet.add_data_validation(prompt)


def partly_white(sheet):
    black = TextBlock(InlineFont(sz=11, color="FF000000"), "優先交渉権者：")
    white = TextBlock(InlineFont(sz=11, color="FFFFFFFF"), "A社 株式会社アルファ")
    sheet["A11"] = CellRichText(black, white)


def dark(sheet):
    sheet["H6"].fill = PatternFill("lightGray", fgColor="FF000000", bgColor="FF000000")


def dark_gradient(sheet):
    sheet["H6"].fill = GradientFill(stop=("FF000000", "FF000000"))


def repeated(sheet):
    sheet["H6"].alignment = Alignment(horizontal="fill")


def low_by_default(sheet):
    sheet.sheet_format.defaultRowHeight, sheet.sheet_format.customHeight = 3, True
    sheet.row_dimensions[6].height = None


def narrow_by_default(sheet):
    sheet.sheet_format.defaultColWidth = 0.3
    del sheet.column_dimensions["J"]


CHANGES = {
    "a condition that shows another number": ("審査結果", conditional, "H6", ('H6>0, "199"', "")),
    "a condition on the warning": ("審査結果", silenced, "A9", ('$A9<>"", FFFFFFFF', "")),
    "bars over numbers": ("審査結果", bars, "H5", BARS),
    "a column too narrow to read": ("審査結果", narrow, "J1", HIDDEN),
    "a row too low to read": ("審査結果", low, "A6", HIDDEN),
    "a print area that leaves vendors out": ("審査結果", printed, "A6", ("A1:J5", "all of it")),
    "white on white": ("審査結果", white, "H6", UNSEEN),
    "letters of one point": ("審査結果", tiny, "H6", UNSEEN),
    "a note that says something else": ("明細", replaced, "D6", ("特に理由なし", NOTE)),
    "a note that is gone": ("明細", taken_out, "D6", ("", NOTE)),
    "a note that names a vendor": ("審査結果", naming, "H6", (NAMING, "")),
    "a header that names a vendor": ("審査結果", headed, None, (NAMING, "")),
    "a prompt that names a vendor": ("審査結果", prompting, "H6", (f"訂正\n{NAMING}", "")),
    "a part of a text in white": ("審査結果", partly_white, "A11", UNSEEN),
    "black on a pattern of black": ("審査結果", dark, "H6", UNSEEN),
    "black on a gradient of black": ("審査結果", dark_gradient, "H6", UNSEEN),
    "a number that is repeated": ("審査結果", repeated, "H6", REPEATED),
    "a row that is low as all are": ("審査結果", low_by_default, "A6", HIDDEN),
    "a column that is narrow as all are": ("審査結果", narrow_by_default, "J1", HIDDEN),
}
"""The sheet, how it is changed, the cell at which that is told, and what is found and expected."""

ALLOWED = {
    "a note that names nobody": lambda sheet: setattr(
        sheet["H6"], "comment", Comment("確認済み", "")
    ),
    "a footer of one's own": lambda sheet: setattr(sheet.oddFooter.left, "text", "部外秘"),
    "no footer": lambda sheet: setattr(sheet.oddFooter.left, "text", ""),
    "a dotted ground": lambda sheet: setattr(sheet["H6"], "fill", PatternFill("lightGray")),
    "a print area of all": lambda sheet: setattr(sheet, "print_area", "A1:J60"),
    "dark blue letters": lambda sheet: setattr(sheet["H6"], "font", Font(color="FF1F3864")),
    "a lower row": lambda sheet: setattr(sheet.row_dimensions[6], "height", 14),
}
"""On the first sheet: what a person does to a ranking that says the same as before."""


@pytest.fixture(scope="module", params=["openpyxl", "LibreOffice"])
def changed(request, original, tmp_path_factory):
    """Return rankings by what was changed in their looks, as a program saved them."""
    folder = tmp_path_factory.mktemp("looks")
    changes = {name: (sheet, change) for name, (sheet, change, *_) in CHANGES.items()}
    changes |= {name: ("審査結果", change) for name, change in ALLOWED.items()}
    paths = {name: folder / f"{number}.xlsx" for number, name in enumerate(changes)}
    for name, (sheet, change) in changes.items():
        shutil.copy(original.xlsx, paths[name])
        book = load_workbook(paths[name])
        change(book[sheet])
        book.save(paths[name])
    if request.param == "openpyxl":
        return paths
    return dict(zip(paths, books.all_saved_by_libreoffice(list(paths.values())), strict=True))


@pytest.mark.parametrize("name", CHANGES)
def test_what_the_eye_meets_is_told_at_its_cell(name, changed, original):
    sheet, _change, cell, values = CHANGES[name]
    found = tampering.verified(changed[name], original.book)
    assert [(each.where.sheet, each.where.cell) for each in found.differences] == [(sheet, cell)]
    told = found.differences[0].found, found.differences[0].expected
    if values == BARS:  # of which each program writes colours of its own, too
        told = told[0][: len(BARS[0])], told[1]
    assert told == values


@pytest.mark.parametrize("name", ALLOWED)
def test_what_shows_all_the_same_is_no_difference(name, changed, original):
    found = tampering.verified(changed[name], original.book)
    assert (found.differences, found.reproduced) == ((), True)
    added = {"a note that names nobody": ["H6"], "a footer of one's own": [None]}
    assert [each.cell for each in found.added] == added.get(name, [])
