from fractions import Fraction
from itertools import pairwise

import pytest

from procscore.export.report.axis import axis, percent


def made(stake, *ends):
    return axis(Fraction(stake), map(Fraction, ends))


@pytest.mark.parametrize(
    ("stake", "ends", "ticks"),
    [
        (1000, [876], [0, 200, 400, 600, 800, 1000]),
        (100, [92], [0, 20, 40, 60, 80, 100]),
        (625, [300], [0, 200, 400, 625]),  # a line at 600 would stand under the number 625
        (1, ["0.5"], [0, "0.2", "0.4", "0.6", "0.8", 1]),
        (12, [10], [0, "2.5", 5, "7.5", 10, 12]),
    ],
)
def test_lines_stand_at_round_numbers_and_at_the_points_at_stake(stake, ends, ticks):
    assert made(stake, *ends).ticks == tuple(map(Fraction, ticks))


def test_it_ends_where_the_longest_bar_ends_that_is_longer_than_what_is_at_stake():
    assert made(100, 120).high == 120


def test_short_bars_are_drawn_on_a_shorter_scale():
    assert made(1000, 249).high == 250
    assert made(1000, 37).ticks == (0, 10, 20, 30, 40)
    assert made(1000, 250).high == 1000
    assert made(1000, 0).high == 1000


def test_it_begins_below_zero_only_where_points_do():
    scale = made(100, -5, 50)
    assert (scale.low, scale.high, scale.ticks[0]) == (-5, 100, 0)
    assert made(100, 50).low == 0
    assert made(100, -60, 50).ticks == (-50, 0, 50, 100)


def test_where_nobody_has_points_there_still_is_a_scale():
    assert made(0).ticks[-1] == 1
    assert made(0, -4).high == 0


@pytest.mark.parametrize("low", [0, -1, -7, -300])
@pytest.mark.parametrize("high", ["0.003", 1, "7.7", 99, 101, 12345678])
def test_there_are_few_lines_in_their_order_and_one_is_at_zero(low, high):
    scale = made(high, low, high)
    assert 0 in scale.ticks
    assert list(scale.ticks) == sorted(set(scale.ticks))
    assert len(scale.ticks) <= 7
    assert scale.low <= scale.ticks[0]
    assert scale.ticks[-1] <= scale.high
    gaps = {b - a for a, b in pairwise(scale.ticks[:-1])}
    assert len(gaps) <= 1


def test_places_are_in_per_cent_to_three_decimals():
    scale = made(300, -3, 300)
    assert (scale.place(Fraction(-3)), scale.place(Fraction(300))) == (0, 100)
    assert scale.place(Fraction(0)) == Fraction("0.990")  # 3 of 303
    assert percent(scale.place(Fraction(100))) == "33.993%"
