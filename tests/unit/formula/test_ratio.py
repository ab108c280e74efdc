from fractions import Fraction

import pytest

from procscore.formula.ratio import UNKNOWN, Ratio, TooManyPowersError, constant, line_root

X = UNKNOWN


def number(value):
    return constant(Fraction(value))


def test_common_factors_are_cancelled_so_that_equal_functions_are_equal():
    square = X * X - number(4)
    assert square / (X - number(2)) == X + number(2)
    assert number(1) == X / X
    assert (number(3) * X) / (number(6) * X + number(9)) == X / (number(2) * X + number(3))


def test_the_highest_coefficient_below_the_line_is_one():
    halved = number(6) / (number(2) * X + number(4))
    assert halved == Ratio((Fraction(3),), (Fraction(2), Fraction(1)))


def test_sums_over_different_divisors():
    # 1/(x - 1) + 1/(x + 1) = 2x / (x² - 1)
    found = number(1) / (X - number(1)) + number(1) / (X + number(1))
    assert found == (number(2) * X) / (X * X - number(1))
    assert found(Fraction(3)) == Fraction(3, 4)


def test_what_takes_itself_away_is_nothing():
    nothing = X / (X + number(1)) - X / (X + number(1))
    assert nothing == number(0)
    assert nothing.constant == 0


@pytest.mark.parametrize(
    ("ratio", "value"),
    [(number("2/3"), Fraction(2, 3)), (number(0), 0), (X, None), (number(1) / X, None)],
)
def test_a_constant_knows_its_value(ratio, value):
    assert ratio.constant == value


@pytest.mark.parametrize(
    ("ratio", "monotone"),
    [
        (number(5), True),
        (number(1) - X / number(100), True),
        ((number(100) - X) / (number(100) + X), True),
        (X * X, False),
        (number(1) / (X * X + number(1)), False),
    ],
)
def test_lines_and_their_quotients_only_rise_or_only_fall(ratio, monotone):
    assert ratio.monotone is monotone


def test_nothing_is_divided_by_zero():
    with pytest.raises(ZeroDivisionError):
        X / (X - X)
    with pytest.raises(ZeroDivisionError):
        (number(1) / (X - number(2)))(Fraction(2))


def test_powers_have_an_end():
    fourth = X * X * X * X
    assert fourth(Fraction(2)) == 16
    with pytest.raises(TooManyPowersError):
        fourth * X


def test_a_line_crosses_zero_once_and_a_curve_is_not_asked():
    assert line_root((number(3) * X - number(2)).above) == Fraction(2, 3)
    assert line_root(number(3).above) is None
    assert line_root(number(0).above) is None
    with pytest.raises(TooManyPowersError):
        line_root((X * X).above)
