"""Quotients of polynomials of one unknown with exact coefficients: what +, −, × and ÷ make of it.

Two ratios are equal if and only if they are the same function: common factors are cancelled and the
highest coefficient below the line is 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

Polynomial = tuple[Fraction, ...]
"""Coefficients from the constant upwards; the last is not 0, and 0 itself has none."""

_NOTHING = Fraction(0)
_ONE: Polynomial = (Fraction(1),)
_HIGHEST = 4
"""The highest power that is kept; a price formula has no use for more."""


class TooManyPowersError(ArithmeticError):
    """A polynomial would get a power beyond the highest that is kept."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A polynomial over another one, in lowest terms. Made by `constant`, `UNKNOWN` and + − × ÷."""

    above: Polynomial
    below: Polynomial = _ONE

    def __call__(self, value: Fraction) -> Fraction:
        """Return the value at `value`. Raises ZeroDivisionError at a pole."""
        return _at(self.above, value) / _at(self.below, value)

    def __neg__(self) -> "Ratio":
        return Ratio(_scaled(self.above, Fraction(-1)), self.below)

    def __add__(self, other: "Ratio") -> "Ratio":
        if self.below == other.below:
            return _quotient(_sum(self.above, other.above), self.below)
        crosswise = _sum(_product(self.above, other.below), _product(other.above, self.below))
        return _quotient(crosswise, _product(self.below, other.below))

    def __sub__(self, other: "Ratio") -> "Ratio":
        return self + -other

    def __mul__(self, other: "Ratio") -> "Ratio":
        return _quotient(_product(self.above, other.above), _product(self.below, other.below))

    def __truediv__(self, other: "Ratio") -> "Ratio":
        """Return the quotient. Raises ZeroDivisionError where `other` is 0 everywhere."""
        if not other.above:
            raise ZeroDivisionError
        return _quotient(_product(self.above, other.below), _product(self.below, other.above))

    @property
    def constant(self) -> Fraction | None:
        """Return the value that it has everywhere, None where it changes with the unknown."""
        if len(self.below) > 1 or len(self.above) > 1:
            return None
        return self.above[0] if self.above else _NOTHING

    @property
    def monotone(self) -> bool:
        """Tell whether it is (a + b·x) / (c + d·x), which only rises or only falls between poles.

        Its derivative is (b·c − a·d) / (c + d·x)², whose sign does not hang on x.
        """
        return len(self.above) <= 2 and len(self.below) <= 2  # noqa: PLR2004 - a line each


UNKNOWN = Ratio((_NOTHING, Fraction(1)))


def constant(value: Fraction) -> Ratio:
    """Return the ratio that is `value` everywhere."""
    return Ratio((value,) if value else ())


def line_root(polynomial: Polynomial) -> Fraction | None:
    """Return where a line crosses 0, None for a constant. Raises TooManyPowersError for a curve."""
    match polynomial:
        case () | (_,):
            return None
        case (start, slope):
            return -start / slope
        case _:
            raise TooManyPowersError


def _quotient(above: Polynomial, below: Polynomial) -> Ratio:
    if len(below) > 1:
        common = _common_factor(above, below)
        if len(common) > 1:
            above, below = _divided(above, common)[0], _divided(below, common)[0]
    if max(len(above), len(below)) > _HIGHEST + 1:
        raise TooManyPowersError
    leading = below[-1]
    return Ratio(_scaled(above, 1 / leading), _scaled(below, 1 / leading))


def _at(polynomial: Polynomial, value: Fraction) -> Fraction:
    found = _NOTHING
    for coefficient in reversed(polynomial):
        found = found * value + coefficient
    return found


def _trimmed(coefficients: Sequence[Fraction]) -> Polynomial:
    length = len(coefficients)
    while length and not coefficients[length - 1]:
        length -= 1
    return tuple(coefficients[:length])


def _scaled(polynomial: Polynomial, factor: Fraction) -> Polynomial:
    return polynomial if factor == 1 else tuple(each * factor for each in polynomial)


def _sum(one: Polynomial, other: Polynomial) -> Polynomial:
    return _trimmed([a + b for a, b in zip_longest(one, other, fillvalue=_NOTHING)])


def _product(one: Polynomial, other: Polynomial) -> Polynomial:
    if one == _ONE:
        return other
    found = [_NOTHING] * (len(one) + len(other))
    for i, a in enumerate(one):
        for j, b in enumerate(other):
            found[i + j] += a * b
    return _trimmed(found)


def _divided(one: Polynomial, by: Polynomial) -> tuple[Polynomial, Polynomial]:
    """Return the quotient and what is left over."""
    rest, found = list(one), [_NOTHING] * max(len(one) - len(by) + 1, 0)
    for shift in reversed(range(len(found))):
        found[shift] = rest[shift + len(by) - 1] / by[-1]
        for index, coefficient in enumerate(by):
            rest[shift + index] -= found[shift] * coefficient
    return _trimmed(found), _trimmed(rest)


def _common_factor(one: Polynomial, other: Polynomial) -> Polynomial:
    """Return the greatest common factor, by Euclid's algorithm."""
    while other:
        one, other = other, _divided(one, other)[1]
    return one
