from fractions import Fraction

import pytest

from procscore.formula import parse
from procscore.formula.evaluate import evaluate
from procscore.formula.functions import FUNCTIONS

MARKS = tuple(Fraction(mark) for mark in (7, 9, 4, 8))


def value(text, **names):
    return evaluate(parse(text).term, names)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("min(marks)", 4),
        ("max(marks)", 9),
        ("sum(marks)", 28),
        ("mean(marks)", 7),
        ("median(marks)", Fraction(15, 2)),
        ("trimmed_mean(marks, 1, 1)", Fraction(15, 2)),
        ("trimmed_mean(marks, 2, 0)", Fraction(11, 2)),
        ("trimmed_mean(marks, 0, 2)", Fraction(17, 2)),
        ("trimmed_mean(marks, 0, 0)", 7),
        # deviations 0 2 -3 1: (0 + 4 + 9 + 1) / 4
        ("variance(marks)", Fraction(7, 2)),
    ],
)
def test_a_list_becomes_one_number(text, expected):
    assert value(text, marks=MARKS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("min(3, 1, 2)", 1),
        ("max(3, 1, 2)", 3),
        ("max(3)", 3),
        ("sum(1, 2, 3)", 6),
        ("mean(1, 2)", Fraction(3, 2)),
        ("median(9, 1, 5)", 5),
        ("variance(1, 3)", 1),
        ("clamp(5, 0, 10)", 5),
        ("clamp(-1, 0, 10)", 0),
        ("clamp(11, 0, 10)", 10),
    ],
)
def test_numbers_in_brackets_are_taken_together(text, expected):
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("round(22.5)", 23),
        ("round(-22.5)", -23),
        ("round(36.58536, 2)", Fraction("36.59")),
        ("down(9.999, 2)", Fraction("9.99")),
        ("down(-9.999, 2)", Fraction("-9.99")),
        ("up(2.001)", 3),
        ("up(2.001, 1)", Fraction("2.1")),
        ("up(-2.001)", -3),
        ("round(1250, -2)", 1300),
    ],
)
def test_round_up_and_down_are_those_of_excel(text, expected):
    """A half goes away from zero; up is away from zero and down toward it."""
    assert value(text) == expected


def test_a_variance_is_that_of_the_whole_population():
    """rules.md 8: the abnormally low rule divides by n, not by n - 1."""
    assert value("variance(marks)", marks=tuple(map(Fraction, (2, 4, 4, 4, 5, 5, 7, 9)))) == 4


def test_a_middle_of_an_even_number_is_exact():
    assert value("median(marks)", marks=(Fraction(1, 3), Fraction(1, 2))) == Fraction(5, 12)


def test_the_order_of_the_marks_does_not_matter():
    texts = ("median(marks)", "trimmed_mean(marks, 1, 1)")
    for text in texts:
        assert value(text, marks=MARKS) == value(text, marks=MARKS[::-1])


BANDS = "(x, 80%, 15, 90%, 10, 0)"


@pytest.mark.parametrize(
    ("x", "up_to", "below"),
    [
        ("0.5", 15, 15),
        ("0.8", 15, 10),  # 80%以下 takes 80 % in, 80%未満 leaves it to the next band
        ("0.80001", 10, 10),
        ("0.9", 10, 0),
        ("0.90001", 0, 0),
        ("7", 0, 0),
        ("-7", 15, 15),
    ],
)
def test_a_limit_is_within_its_band_by_up_to_and_outside_by_below(x, up_to, below):
    assert value(f"up_to{BANDS}", x=Fraction(x)) == up_to
    assert value(f"below{BANDS}", x=Fraction(x)) == below


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        *(("0", 20), ("0.6", 20), ("0.65", 15), ("0.7", 10)),  # 20 + (10 - 20) × 0.05/0.1
        *(("0.8", Fraction(20, 3)), ("0.85", 5), ("1", 0), ("2", 0)),  # 10 - 10 × 0.1/0.3
    ],
)
def test_between_two_points_there_is_a_straight_line_and_beyond_them_none(x, expected):
    assert value("interpolate(x, 60%, 20, 70%, 10, 100%, 0)", x=Fraction(x)) == expected


def test_limits_may_be_negative_and_values_may_be_formulas():
    table = "up_to(x, -10, 2 * x, 10, x / 2, x)"
    assert [value(table, x=Fraction(x)) for x in (-20, -10, -9, 10, 11)] == [
        *(-40, -20, Fraction(-9, 2), 5, 11),
    ]


def test_there_is_no_standard_deviation():
    """design.md 3: it is irrational, so it cannot be exact."""
    assert "stdev" not in FUNCTIONS
    assert set(FUNCTIONS) == {
        *("min", "max", "sum", "mean", "median", "trimmed_mean", "clamp"),
        *("round", "up", "down", "variance"),
        *("up_to", "below", "interpolate"),
    }
