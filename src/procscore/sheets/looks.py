"""How the sheets look: the styles of a town hall's form, in one place."""

from dataclasses import replace

from procscore.xlsx import Style

FONT = "Yu Gothic"
TITLE = Style(bold=True, size=16, border=False)
PLAIN = Style(border=False)
GUIDE = Style(border=False, size=10)
SIGNED = Style(border=False, below=True)
HINT = Style(border=False, size=9, italic=True, colour="#595959")
HEADING = Style(bold=True, fill="#DCE6F1", align="center")
NAME = Style(size=9, fill="#DCE6F1", align="center")
ID = Style(size=8, colour="#7F7F7F")
TEXT = Style()
NOTE = Style(size=9)
POINTS = Style(align="center")
COUNTER = Style(bold=True, border=False, align="right")
TOTAL = Style(bold=True, fill="#DCE6F1")
TOTAL_NUMBER = replace(TOTAL, align="center")
MISSING = Style(size=9, italic=True)
MISSING_NUMBER = replace(MISSING, align="center")
MARK = Style(fill="#FFF9E5", align="center", unlocked=True)
COMMENT = Style(size=9, unlocked=True)
ENTRY = Style(fill="#FFF9E5", unlocked=True)
MONEY = Style(fill="#FFF9E5", unlocked=True, align="right", number="#,##0")
WORDS = Style(fill="#FFF9E5", unlocked=True, number="@")
"""For numbers that keep their zeros in front."""

FILLED = {"bg_color": "#FFFFFF"}
WRONG = {"bg_color": "#F8CBAD", "font_color": "#9C0006", "bold": "1"}
OPEN = {"font_color": "#9C0006", "bold": "1"}


def group(style: Style, depth: int) -> Style:
    """Return a style for the row of a group: the higher it stands, the darker."""
    return replace(style, bold=True, fill=("#D9D9D9", "#EBEBEB", "#F5F5F5")[min(depth, 2)])
