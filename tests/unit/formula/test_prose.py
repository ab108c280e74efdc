from fractions import Fraction

import pytest

from procscore.exact import Mode, Rounding
from procscore.formula import Input, derive, parse
from procscore.formula.prose import prose, rounding_sentence, substituted


def inputs(**values):
    return [
        Input(name, tuple(map(Fraction, value)) if isinstance(value, list) else Fraction(value))
        for name, value in values.items()
    ]


def told(text, rounding=None, **values):
    return prose(derive(parse(text), inputs(**values), rounding))


def test_the_numbers_stand_in_place_of_the_names():
    line = told("points * lowest / price", points=200, lowest=98_000_000, price=112_000_000)
    assert line == "200 × 98,000,000 ÷ 112,000,000 = 175"


def test_a_rounding_is_told_where_it_changed_the_value():
    line = told("30 * 30 / price", Rounding(0, Mode.HALF_UP), price=40)
    assert line == "30 × 30 ÷ 40 = 22.5 → 23 (rounded half up to a whole number)"


def test_a_rounding_that_changed_nothing_is_not_told():
    line = told("30 * 30 / price", Rounding(2, Mode.HALF_UP), price=40)
    assert line == "30 × 30 ÷ 40 = 22.5"


def test_an_endless_value_is_shown_to_go_on():
    line = told("40 * 3750 / price", Rounding(2, Mode.HALF_UP), price=4100)
    assert line == ("40 × 3,750 ÷ 4,100 = 36.5853… → 36.59 (rounded half up to 2 decimal places)")


def test_all_digits_of_a_rounded_value_are_shown():
    line = told("1 / x", Rounding(6, Mode.DOWN), x=3)
    assert "→ 0.333333 (" in line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a - (b - c)", "9 - (4 - 1)"),
        ("a - b - c", "9 - 4 - 1"),
        ("a / (b * c)", "9 ÷ (4 × 1)"),
        ("a / b / c", "9 ÷ 4 ÷ 1"),
        ("a * (b + c)", "9 × (4 + 1)"),
        ("(a + b) * c", "(9 + 4) × 1"),
        ("-(a + b)", "-(9 + 4)"),
        ("a * 75%", "9 × 75%"),
        ("max(a, b * c)", "max(9, 4 × 1)"),
        ("(a)", "9"),
    ],
)
def test_brackets_stand_where_they_are_needed(text, line):
    assert substituted(parse(text), inputs(a=9, b=4, c=1)) == line


@pytest.mark.parametrize("text", ["a + b", "a - b", "a * b", "a / b", "-b"])
def test_a_negative_number_is_not_glued_to_another_sign(text):
    line = substituted(parse(text), inputs(a=9, b=-4))
    assert "--" not in line
    assert "- -" not in line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("mean(marks)", "(8 + 9 + 7) ÷ 3 = 8"),
        ("sum(marks)", "8 + 9 + 7 = 24"),
        ("2 * sum(marks)", "2 × (8 + 9 + 7) = 48"),
        ("10 - sum(marks)", "10 - (8 + 9 + 7) = -14"),
        ("12 / mean(marks)", "12 ÷ ((8 + 9 + 7) ÷ 3) = 1.5"),
        ("median(marks)", "median(8, 9, 7) = 8"),
        ("trimmed_mean(marks, 1, 0)", "(8 + 7) ÷ 2 = 7.5"),
        ("trimmed_mean(marks, 0, 1)", "(8 + 9) ÷ 2 = 8.5"),
        ("trimmed_mean(marks, 1, 1)", "8"),
    ],
)
def test_a_mean_and_a_sum_are_spelled_out(text, line):
    assert told(text, marks=[8, 9, 7]) == line


def test_a_trimmed_mean_of_nothing_is_shown_as_it_is_written():
    term = parse("trimmed_mean(marks, 2, 1)")
    assert substituted(term, inputs(marks=[8, 9, 7])) == "trimmed_mean(8, 9, 7, 2, 1)"


def test_negative_marks_are_added_in_brackets():
    assert told("sum(marks)", marks=[3, -2, 1]) == "3 + (-2) + 1 = 2"


def test_one_mark_is_itself():
    assert told("mean(marks)", marks=[8]) == "8"


def test_of_an_if_the_condition_and_the_branch_taken_are_shown():
    rule = "if(price > lowest, points * lowest / price, points)"
    dearer = told(rule, price=40, lowest=30, points=20)
    lowest = told(rule, price=30, lowest=30, points=20)
    assert dearer == "[40 > 30 holds] 20 × 30 ÷ 40 = 15"
    assert lowest == "[30 > 30 does not hold] 20"


def test_an_if_within_a_formula_is_bracketed():
    line = told("2 * if(a > 1, 5, 6)", a=2)
    assert line == "2 × ([2 > 1 holds] 5) = 10"


@pytest.mark.parametrize(
    ("price", "up_to", "below"),
    [
        ("75", "[75 ÷ 100 = 0.75 <= 80%] 15", "[75 ÷ 100 = 0.75 < 80%] 15"),
        ("80", "[80 ÷ 100 = 0.8 <= 80%] 15", "[80% <= 80 ÷ 100 = 0.8 < 90%] 20 ÷ 2"),
        ("85", "[80% < 85 ÷ 100 = 0.85 <= 90%] 20 ÷ 2", "[80% <= 85 ÷ 100 = 0.85 < 90%] 20 ÷ 2"),
        ("90", "[80% < 90 ÷ 100 = 0.9 <= 90%] 20 ÷ 2", "[90 ÷ 100 = 0.9 >= 90%] 0"),
        ("95", "[95 ÷ 100 = 0.95 > 90%] 0", "[95 ÷ 100 = 0.95 >= 90%] 0"),
    ],
)
def test_of_a_table_the_band_and_its_value_are_shown(price, up_to, below):
    table = "(price / ceiling, 80%, 15, 90%, points / 2, 0)"
    for function, line in (("up_to", up_to), ("below", below)):
        formula = parse(function + table)
        assert substituted(formula, inputs(price=price, ceiling=100, points=20)) == line


def test_a_number_that_stands_alone_is_not_said_to_equal_itself():
    assert told("up_to(ratio, 80%, 15, 0)", ratio="0.75") == "[0.75 <= 80%] 15"


def test_a_table_within_a_formula_is_bracketed():
    assert told("2 * up_to(x, 1, 5, 6)", x=1) == "2 × ([1 <= 1] 5) = 10"


@pytest.mark.parametrize(
    ("x", "line"),
    [
        ("0.5", "[0.5 < 60%] 20"),
        ("0.6", "[0.6 = 60%] 20"),
        (
            "0.75",
            "[60% → 20, 80% → 20 ÷ 2] 20 + (20 ÷ 2 - 20) × (0.75 - 60%) ÷ (80% - 60%) = 12.5",
        ),
        ("0.8", "[0.8 = 80%] 20 ÷ 2 = 10"),
        ("1.1", "[1.1 > 100%] 0"),
    ],
)
def test_of_an_interpolation_two_points_and_the_straight_line_are_shown(x, line):
    assert told("interpolate(x, 60%, p, 80%, p / 2, 100%, 0)", x=x, p=20) == line


def test_a_table_of_something_that_has_no_value_can_still_be_shown():
    formula = parse("up_to(points / price, 1, 2, 3) + interpolate(1 / price, 1, 2, 3, 4)")
    line = substituted(formula, inputs(points=5, price=0))
    assert line == "up_to(5 ÷ 0, …) + interpolate(1 ÷ 0, …)"


def test_a_formula_that_has_no_value_can_still_be_shown():
    """The diagnostic of a division by zero shows the numbers."""
    formula = parse("if(points / price > 1, 1, 2) * lowest / price")
    line = substituted(formula, inputs(points=5, price=0, lowest=0))
    assert line == "if(5 ÷ 0 > 1, …) × 0 ÷ 0"


@pytest.mark.parametrize(
    ("rounding", "sentence"),
    [
        (None, "not rounded"),
        (Rounding(0, Mode.HALF_UP), "rounded half up to a whole number"),
        (Rounding(0, Mode.HALF_EVEN), "rounded half to even to a whole number"),
        (Rounding(0, Mode.DOWN), "cut down to a whole number"),
        (Rounding(0, Mode.UP), "rounded up to a whole number"),
        (Rounding(2, Mode.HALF_UP), "rounded half up to 2 decimal places"),
        (Rounding(2, Mode.HALF_EVEN), "rounded half to even to 2 decimal places"),
        (Rounding(4, Mode.DOWN), "cut down to 4 decimal places"),
        (Rounding(3, Mode.UP), "rounded up to 3 decimal places"),
    ],
)
def test_a_rounding_is_a_sentence(rounding, sentence):
    assert str(rounding_sentence(rounding)) == sentence


def test_the_decimal_place_that_decides_is_told_to_the_japanese_sentence():
    """rules.md 2: 小数点以下第3位を四捨五入 keeps two."""
    details = rounding_sentence(Rounding(2, Mode.HALF_UP)).details
    assert (details["places"], details["next"]) == (2, 3)
