"""The functions of the scoring language, in a dict one can read.

A function takes exact numbers, or one list of them (`marks`, `parts`), and gives an exact number.
A banded function takes a number and a table of limits and values.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from procscore.exact import Mode, Rounding

Numbers = Sequence[Fraction]
Bands = Callable[[Fraction, Numbers, Callable[[int], Fraction]], Fraction]
"""Takes x, the limits, and a function that computes the value at an index, where it is needed."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments it takes and what it computes."""

    compute: Callable[..., Fraction]
    fewest: int
    most: int | None
    """None where any number of arguments is taken."""
    of_list: Literal["never", "also", "only"]
    """Whether the first argument may be, or must be, a list such as `marks`."""


@dataclass(frozen=True, slots=True)
class Banded:
    """A function of x over bands: `x, limit, value, limit, value, …`, closed as `last` says.

    The limits are literals that rise, so that everyone can read in the sheet which band a bid falls
    into. As in an `if`, only what decides is computed: a division by zero in another band is none.
    """

    compute: Bands
    last: Literal["otherwise", "point"]
    """Whether a value without a limit comes last, or the value of the last limit."""


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
    return mean(trimmed(values, highest, lowest))


def trimmed(values: Numbers, highest: Fraction, lowest: Fraction) -> list[Fraction]:
    """Return values in their order without the `highest` greatest and the `lowest` smallest."""
    ordered = sorted(range(len(values)), key=lambda place: values[place])
    kept = set(ordered[int(lowest) : max(0, len(values) - int(highest))])
    return [value for place, value in enumerate(values) if place in kept]


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


def up_to(x: Fraction, limits: Numbers, value: Callable[[int], Fraction]) -> Fraction:
    """Return the value of the first limit that x does not exceed (以下), else the one after all."""
    return value(bisect_left(limits, x))


def below(x: Fraction, limits: Numbers, value: Callable[[int], Fraction]) -> Fraction:
    """Return the value of the first limit that x is less than (未満), else the one after all."""
    return value(bisect_right(limits, x))


def interpolate(x: Fraction, limits: Numbers, value: Callable[[int], Fraction]) -> Fraction:
    """Return the height at x of straight lines from point to point; outside, of the nearest point."""
    end = min(bisect_left(limits, x), len(limits) - 1)
    if end == 0 or x >= limits[end]:
        return value(end)
    start, first, second = limits[end - 1], value(end - 1), value(end)
    return first + (second - first) * (x - start) / (limits[end] - start)


FUNCTIONS: dict[str, Function | Banded] = {
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
    "up_to": Banded(up_to, last="otherwise"),
    "below": Banded(below, last="otherwise"),
    "interpolate": Banded(interpolate, last="point"),
}
