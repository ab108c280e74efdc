"""The scale that all bars of a chart share: exact places on it, in per cent of its length."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from procscore.exact import Mode, Rounding, decimal_text

_THOUSANDTHS = Rounding(3, Mode.HALF_UP)
"""A thousandth of a per cent is less than a dot of any screen."""
_SHORTEST_PART = Fraction(1, 4)
"""Where all bars are shorter than this part of the points at stake, the scale ends before them."""
_STEPS = (Fraction(2), Fraction(5, 2), Fraction(5), Fraction(10))
_MOST_STEPS = 5
_TIGHT = Fraction(3, 5)
"""A line nearer to the end of the scale than this part of a step is left out, for its number."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from `low` (0, or less where points are negative) to `high`."""

    low: Fraction
    high: Fraction
    ticks: tuple[Fraction, ...]
    """Where a line stands, from the left: at 0, at round numbers, and at the end."""

    def place(self, value: Fraction) -> Fraction:
        """Return where a value stands, in per cent of the length, to three decimals."""
        return _THOUSANDTHS((value - self.low) / (self.high - self.low) * 100)


def axis(stake: Fraction, ends: Iterable[Fraction]) -> Axis:
    """Return the scale for bars that reach to `ends`, left and right, of `stake` points at stake.

    It ends at the points at stake, at the longest bar where that is longer, and at the next line
    behind it where all bars are short. Nobody has points: a scale of one point.
    """
    reached = [Fraction(0), *ends]
    low, longest = min(reached), max(reached)
    high = max(stake, longest)
    if longest > 0 and longest < high * _SHORTEST_PART:
        step = _step(longest)
        high = step * -(-longest // step)
    high = max(high, low + 1)
    return Axis(low, high, _ticks(low, high))


def percent(value: Fraction) -> str:
    """Return a place or a length on the scale as style sheets and drawings write it."""
    return f"{decimal_text(value)}%"


def _ticks(low: Fraction, high: Fraction) -> tuple[Fraction, ...]:
    step = _step(high - low)
    even = [step * number for number in range(int(-(-low // step)), int(high // step) + 1)]
    apart = [each for each in even if high - each >= step * _TIGHT]
    # Where hardly any points are above 0, its line stays and the end has none.
    return (*apart, high) if 0 in apart else tuple(even)


def _step(length: Fraction) -> Fraction:
    """Return the smallest round step that takes no more than five to the end."""
    size = Fraction(1)
    while size * _MOST_STEPS >= length:
        size /= 10
    while size * 10 * _MOST_STEPS < length:
        size *= 10
    return next(size * each for each in _STEPS if size * each * _MOST_STEPS >= length)
