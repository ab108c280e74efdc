from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procscore.pages import figures


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(1, 4), "25.0 %"),
        (Fraction(85, 1000), "8.5 %"),
        (Fraction(1, 3), "33.3 %"),
        (Fraction(2, 3), "66.7 %"),
        (Fraction(1, 2000), "0.1 %"),
        (Fraction(49, 100000), "0.0 %"),
        (Fraction(1), "100.0 %"),
        (Fraction(0), "0.0 %"),
        (Fraction(-1, 8), "-12.5 %"),
    ],
)
def test_a_share_has_one_decimal_rounded_half_up(value, text):
    assert figures.share_text(value) == text


@given(st.fractions(min_value=-2, max_value=2))
def test_a_share_is_within_half_a_tenth_and_keeps_its_exact_value(value):
    cell = figures.share(value)
    shown = Fraction(cell.text.removesuffix(" %")) / 100
    assert cell.value == value
    assert abs(shown - value) <= Fraction(1, 2000)


def test_points_are_exact():
    assert figures.points(Fraction(13, 2)).text == "6.5"
    assert figures.points(Fraction(1000)).text == "1,000"
