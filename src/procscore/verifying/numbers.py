"""When two numbers are the same, and how they are shown.

A workbook keeps numbers in binary, and spreadsheet programs save the first 15 digits of them. A
formula that was computed again in binary may miss the exact result a little further up: so far as
the guard digits of the formulas themselves go.
"""

from fractions import Fraction

from procscore.exact import decimal_text, display, terminates
from procscore.formula.excel import GUARD
from procscore.model.published import Content

_SAVED = 15
"""The digits that Excel and LibreOffice save."""
COMPUTED = GUARD
"""The digits on which binary and exact arithmetic agree."""
_LONGEST = 15
"""Decimals that are shown of a number that does not end."""


def same(one: Content, other: Content, digits: int = _SAVED) -> bool:
    """Tell whether two cells hold the same: a text, or a number to so many significant digits."""
    if isinstance(one, str) or isinstance(other, str):
        return one == other
    gap = abs(one - other)
    return gap == 0 or gap <= _unit(max(abs(one), abs(other)), digits)


def _unit(value: Fraction, digits: int) -> Fraction:
    """Return what one means in the last of the first `digits` digits of a positive number."""
    if value >= 1:
        before = len(str(value.numerator // value.denominator))
    else:
        before = 1 - len(str(-(-value.denominator // value.numerator) - 1))
    return Fraction(10) ** (before - digits)


def words(content: Content) -> str:
    """Return what stands in a cell, for a reader."""
    if isinstance(content, str):
        return content
    decimals = decimal_text(content).partition(".")[2] if terminates(content) else _LONGEST * "0"
    return display(content, places=len(decimals))
