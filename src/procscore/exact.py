"""Exact numbers: text and Excel's floats in, fractions between, one named rounding, decimal text out.

No float ever touches a score. A float appears in this module only as what Excel stores, and is read
through its shortest decimal text, which is what the person saw in the cell.
"""

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import assert_never

SIGNIFICANT_DIGITS = 15
"""Digits that Excel keeps of a number; more of them in a file were never typed by a person."""

_NUMBER = re.compile(r"[+-]?[0-9]{1,400}(\.[0-9]{1,400})?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3}){1,100}(\.[0-9]{1,400})?")
# Full-width forms of the characters in a number, and no others: NFKC would also turn ① into 1.
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，－＋−", "0123456789.,-+-")
_SPACES = " \t\r\n\u00a0\u3000"


class NotANumberError(ValueError):
    """The text is not a number by the grammar of this module."""


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number read from text: its value, and whether full-width characters were converted."""

    value: Fraction
    converted: bool


def parse(text: str, *, grouped: bool = False) -> NumberText:
    """Read a number from `text`: optional sign, digits, optional decimal point and digits.

    Surrounding spaces (also no-break and ideographic) are ignored and full-width digits, points and
    signs are converted. `grouped` also admits commas where every group has three digits, which is
    for money. No exponent, underscore, circled digit, fraction, infinity or decimal comma.

    Raises NotANumberError.
    """
    stripped = text.strip(_SPACES)
    plain = stripped.translate(_FULL_WIDTH)
    if grouped and _GROUPED.fullmatch(plain):
        return NumberText(Fraction(plain.replace(",", "")), converted=plain != stripped)
    if not _NUMBER.fullmatch(plain):
        raise NotANumberError(text)
    return NumberText(Fraction(plain), converted=plain != stripped)


def parse_percent(text: str) -> Fraction:
    """Read `75%` as 3/4. Raises NotANumberError when the text is no number followed by %."""
    stripped = text.strip(_SPACES)
    if not stripped.endswith(("%", "％")):
        raise NotANumberError(text)
    return parse(stripped[:-1]).value / 100


def from_excel(stored: float) -> Fraction:
    """Return the number that a person sees in a cell holding `stored` (an int or a float).

    0.1 is one tenth, not the binary fraction next to it. Raises NotANumberError for an infinity
    or a NaN, which no cell can show.
    """
    if isinstance(stored, int):
        return Fraction(stored)
    if not math.isfinite(stored):
        raise NotANumberError(repr(stored))
    return Fraction(Decimal(repr(stored)))  # by way of Decimal, which reads text much faster


def significant_digits(value: Fraction) -> int:
    """Count the significant digits of a terminating decimal."""
    return len(decimal_text(abs(value)).replace(".", "").strip("0"))


class Mode(StrEnum):
    """The four roundings that public bodies state. All treat a negative number as its mirror image."""

    HALF_UP = "half-up"
    """四捨五入: a half goes away from zero, as in Excel's ROUND."""
    HALF_EVEN = "half-even"
    """偶数丸め: a half goes to the even neighbour."""
    DOWN = "down"
    """切り捨て: toward zero, as in Excel's ROUNDDOWN."""
    UP = "up"
    """切り上げ: away from zero, as in Excel's ROUNDUP."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """A rounding to `places` decimal places (negative: tens, hundreds …)."""

    places: int
    mode: Mode

    def __call__(self, value: Fraction) -> Fraction:
        """Return `value` rounded."""
        scale = Fraction(10) ** self.places
        return _to_integer(value * scale, self.mode) / scale


def _to_integer(value: Fraction, mode: Mode) -> Fraction:
    whole, rest = divmod(abs(value.numerator), value.denominator)
    twice = 2 * rest
    match mode:
        case Mode.HALF_UP:
            away = twice >= value.denominator
        case Mode.HALF_EVEN:
            away = twice > value.denominator or (twice == value.denominator and whole % 2 == 1)
        case Mode.DOWN:
            away = False
        case Mode.UP:
            away = rest > 0
        case _:
            assert_never(mode)
    magnitude = whole + 1 if away else whole
    return Fraction(-magnitude if value < 0 else magnitude)


def terminates(value: Fraction) -> bool:
    """Tell whether `value` has a finite decimal text."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def decimal_text(value: Fraction) -> str:
    """Return `value` exactly: a plain decimal where it terminates, else a fraction (`19/6`)."""
    if not terminates(value):
        return str(value)
    places, scale = 0, 1
    while scale % value.denominator:
        scale *= 10
        places += 1
    digits = str(abs(value.numerator) * scale // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def display(value: Fraction, *, places: int = 4) -> str:
    """Return `value` for a reader: thousands grouped, cut after `places` decimals with `…`.

    Nothing is rounded: digits that follow are announced by the ellipsis, never hidden.
    """
    scale = 10**places
    shown, left = divmod(abs(value.numerator) * scale, value.denominator)
    whole, decimals = divmod(shown, scale)
    sign = "-" if value < 0 else ""
    text = str(decimals).rjust(places, "0") if places else ""
    if left:
        return f"{sign}{whole:,}{'.' if places else ''}{text}…"
    text = text.rstrip("0")
    return f"{sign}{whole:,}{'.' if text else ''}{text}"


def signed(value: Fraction) -> str:
    """Return by how much a number moved for a reader, with its sign."""
    return f"+{display(value)}" if value > 0 else display(value)
