from fractions import Fraction

import pytest

from procscore.formula import UndefinedValueError, parse
from procscore.formula.interval import Break, Interval, NotAnalysableError
from procscore.formula.ratio import UNKNOWN, TooManyPowersError, constant

TEN = Interval(Fraction(0), Fraction(10))


def whole(text, interval=TEN):
    return interval.ratio(parse(text).term)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("-p + 3 * p", "2 * p"),
        ("min(p, 12)", "p"),
        ("max(12, p, -1)", "12"),
        ("clamp(p, 0, 10)", "p"),
        ("clamp(p, 11, 12)", "11"),
        ("clamp(p, -5, -1)", "-1"),
        ("sum(p, 1, p)", "2 * p + 1"),
        ("mean(p, 20, 40)", "20 + p / 3"),
        ("median(p, 20, 40)", "20"),
        ("median(p, 20, 40, -1)", "10 + p / 2"),
        ("variance(p, p)", "0"),
        ("round(2.5)", "3"),
        ("down(7 / 3, 1)", "2.3"),
        ("if(p < 12, p, 1 / 0)", "p"),
        ("if(p >= 12, 1 / 0, p)", "p"),
        ("if(p = 10, 1, 2)", "2"),
        ("if(p <> 10, 1, 2)", "1"),
        ("if(p <= p, 1, 2)", "1"),
        ("up_to(p, 10, p, 20, 2, 3)", "p"),
        ("below(p - 10, 0, 1, 5, 2, 3)", "1"),
        ("interpolate(p, -10, 5, 10, 25, 20, 0)", "15 + p"),
        ("interpolate(p, 10, 5, 20, 0)", "5"),
        ("p / p", "1"),
    ],
)
def test_a_term_is_one_function_where_no_sign_changes(text, same):
    assert whole(text) == whole(same)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("min(p, 4)", 4),
        ("max(1, 5 - p)", 4),
        ("if(p / 5 >= 60%, 1, 2)", 3),
        ("median(p, 2, 20)", 2),
        ("1 / (p - 7)", 7),
        ("up_to(p, 3, 1, 8, 2, 0)", 3),
        ("below(p, -1, 1, 8, 2, 0)", 8),
        ("interpolate(2 * p, 0, 0, 12, 5)", 6),
        ("clamp(p, 9, 20)", 9),
    ],
)
def test_where_a_sign_changes_inside_the_interval_is_to_be_divided(text, at):
    with pytest.raises(Break) as found:
        whole(text)
    assert found.value.at == at


def test_a_sign_that_changes_at_an_end_does_not_matter():
    assert whole("min(p, 10)") == UNKNOWN
    assert whole("max(p, 0) + if(p = 0, 1, 2)") == UNKNOWN + constant(Fraction(2))


def test_the_division_by_zero_is_the_operator_s():
    with pytest.raises(UndefinedValueError) as fault:
        whole("p + 1 / (p - p)")
    assert fault.value.position == 6


@pytest.mark.parametrize("text", ["round(p)", "up(p / 3, 2)", "down(p, 1) + 0"])
def test_what_rounds_the_unknown_has_no_formula_throughout(text):
    with pytest.raises(NotAnalysableError):
        whole(text)


@pytest.mark.parametrize("text", ["min(p * p, 2)", "p / (p * p - 2)"])
def test_roots_of_curves_are_not_sought(text):
    with pytest.raises(TooManyPowersError):
        whole(text)
