"""How the workbook looks: styles, and numbers as the result has them."""

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import cache

from procscore.exact import decimal_text, terminates
from procscore.xlsx import Style

TITLE = Style(bold=True, size=16, border=False)
SUBTITLE = Style(bold=True, size=12, border=False)
LEAD = Style(border=False, size=10, colour="#404040")
SENTENCE = Style(border=False, size=10)
STRONG = Style(border=False, bold=True)
ALARM = Style(border=False, bold=True, colour="#C00000")
RINGING = {"bg_color": "#FBE3E0", "bold": "1"}
"""Laid over a line of `ALARM` while it says something."""
SIGNED = Style(border=False, below=True)
HEADING = Style(bold=True, fill="#DCE6F1", align="center", size=10)
BAND = Style(bold=True, fill="#C5D5E8")
TEXT = Style(size=10)
CENTRED = Style(size=10, align="center")
GROUP = Style(size=10, bold=True, fill="#F0F4F9")
QUIET = Style(size=9, colour="#595959")
QUIET_HEADING = Style(size=9, colour="#595959", fill="#F2F2F2", align="center")
NUMBER = Style(size=10, align="right")
NONE = Style(size=8, italic=True, colour="#595959", fill="#EDEDED", align="center")
"""Where no number is due: the evaluator was absent or recused, or marks something else."""
CHOSEN = "#E7F3E3"
_ROOM = "_ "
"""As wide as a space: numbers stand off the line beside them."""
MOST_PLACES = 4
"""Decimals that are shown; more are there, and `≒` says so."""


def places(values: Iterable[Fraction | None]) -> int:
    """Return the decimals that numbers of one table are shown with."""
    return max((_places(each) for each in values if each is not None), default=0)


def _places(value: Fraction) -> int:
    if value.denominator == 1:
        return 0
    if not terminates(value):
        return MOST_PLACES
    return min(len(decimal_text(value).partition(".")[2]), MOST_PLACES)


@cache
def number(style: Style, value: Fraction, decimals: int) -> Style:
    """Return `style` with the format for `value`: `≒` before what is only shown in part."""
    shown = digits(decimals) + _ROOM
    exact = terminates(value) and len(decimal_text(value).partition(".")[2]) <= decimals
    return replace(style, number=shown if exact else f'"≒ "{shown};"≒ "-{shown}')


def digits(decimals: int) -> str:
    """Return the format of a number with so many decimals."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def round_step(least: Fraction) -> Fraction:
    """Return the next of … 1, 2, 5, 10, 20, 50 … that is no less than a positive number."""
    unit = Fraction(1)
    while unit > least:
        unit /= 10
    while unit * 10 <= least:
        unit *= 10
    return next(unit * each for each in (1, 2, 5, 10) if unit * each >= least)
