"""The functions of the scoring language, in a dict one can read.

A function takes exact numbers, or one list of them (`marks`, `parts`), and gives an exact number.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from procscore.exact import Mode, Rounding

Numbers = Sequence[Fraction]


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments it takes and what it computes."""

    compute: Callable[..., Fraction]
    fewest: int
    most: int | None
    """None where any number of arguments is taken."""
    of_list: Literal["never", "also", "only"]
    """Whether the first argument may be, or must be, a list such as `marks`."""


def mean(values: Numbers) -> Fraction:
    """Return the arithmetic mean."""
    return total(values) / len(values)


def total(values: Numbers) -> Fraction:
    """Return the sum."""
    # Over one common denominator: adding one by one would reduce a fraction at every step.
    denominator = math.lcm(*(value.denominator for value in values))
    numerators = (value.numerator * (denominator // value.denominator) for value in values)
    return Fraction(sum(numerators), denominator)


def median(values: Numbers) -> Fraction:
    """Return the middle value; of an even number of values the mean of the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[half]
    return (ordered[half - 1] + ordered[half]) / 2


def trimmed_mean(values: Numbers, highest: Fraction, lowest: Fraction) -> Fraction:
    """Return the mean without the `highest` greatest and the `lowest` smallest values.

    Raises ZeroDivisionError when nothing is left.
    """
    kept = sorted(values)[int(lowest) : max(0, len(values) - int(highest))]
    return mean(kept)


def variance(values: Numbers) -> Fraction:
    """Return the population variance (divided by n, not n - 1)."""
    centre = mean(values)
    return mean([(value - centre) ** 2 for value in values])


def clamp(value: Fraction, least: Fraction, most: Fraction) -> Fraction:
    """Return `value`, or the bound that it goes beyond."""
    return max(least, min(value, most))


def _rounding(mode: Mode) -> Callable[[Fraction, Fraction], Fraction]:
    def compute(value: Fraction, places: Fraction = Fraction(0)) -> Fraction:
        return Rounding(int(places), mode)(value)

    return compute


FUNCTIONS: dict[str, Function] = {
    "min": Function(min, 1, None, of_list="also"),
    "max": Function(max, 1, None, of_list="also"),
    "sum": Function(total, 1, None, of_list="also"),
    "mean": Function(mean, 1, None, of_list="also"),
    "median": Function(median, 1, None, of_list="also"),
    "trimmed_mean": Function(trimmed_mean, 3, 3, of_list="only"),
    "variance": Function(variance, 1, None, of_list="also"),
    "clamp": Function(clamp, 3, 3, of_list="never"),
    "round": Function(_rounding(Mode.HALF_UP), 1, 2, of_list="never"),
    "up": Function(_rounding(Mode.UP), 1, 2, of_list="never"),
    "down": Function(_rounding(Mode.DOWN), 1, 2, of_list="never"),
}
