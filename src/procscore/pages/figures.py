"""Figures in the cells of a page."""

from fractions import Fraction

from procscore.exact import Mode, Rounding, display
from procscore.language import N_, message
from procscore.model.page import Cell

_ONE_PLACE = Rounding(1, Mode.HALF_UP)
SHARES_ARE_ROUNDED = message(N_("Shares are rounded half up to one decimal place."))
"""What every table of shares says below."""


def points(value: Fraction, *, strong: bool = False) -> Cell:
    """Return a number of points, exactly."""
    return Cell(display(value), value=value, strong=strong)


def share(value: Fraction, *, heat: Fraction | None = None, strong: bool = False) -> Cell:
    """Return a share of a total (1/4 as 25.0 %), rounded for the reader and exact beside it."""
    return Cell(share_text(value), value=value, heat=heat, strong=strong)


def share_text(value: Fraction) -> str:
    """Return a share as a percentage of one decimal place."""
    tenths = _ONE_PLACE(value * 100) * 10
    whole, rest = divmod(abs(tenths.numerator), 10)
    sign = "-" if tenths < 0 else ""
    return f"{sign}{whole}.{rest} %"
