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


def test_there_is_no_standard_deviation():
    """design.md 3: it is irrational, so it cannot be exact."""
    assert "stdev" not in FUNCTIONS
    assert set(FUNCTIONS) == {
        *("min", "max", "sum", "mean", "median", "trimmed_mean", "clamp"),
        *("round", "up", "down", "variance"),
    }
