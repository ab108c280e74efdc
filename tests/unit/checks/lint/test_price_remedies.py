from fractions import Fraction

import pytest

from procscore.checks.lint import price_remedies as remedies
from procscore.checks.scenes import Priced, studies
from procscore.formula import PRESETS, parse


def about(text, points=20):
    formula = PRESETS[text].formula if text in PRESETS else parse(text)
    return Priced(formula, Fraction(points), "total")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("points * price / ceiling", True),
        ("highest-ratio", True),
        ("lowest-ratio", False),
        ("ceiling-peak-80", False),
        ("points", False),
    ],
)
def test_a_formula_that_only_rises_is_that_of_an_income_contract(text, expected):
    assert remedies.income(about(text)) is expected


def test_a_formula_is_told_on_one_line():
    assert remedies.text(parse("points *\n  lowest / price")) == "points * lowest / price"


def test_the_ways_to_rule_a_price_of_zero_hang_on_whether_the_highest_offer_is_best():
    assert [remedies.text(each) for each in remedies.at_zero(about("lowest-ratio"))] == [
        "if(price = 0, points, points * lowest / price)",
        "if(lowest = 0, if(price = 0, points, 0), points * lowest / price)",
    ]
    assert [remedies.text(each) for each in remedies.at_zero(about("highest-ratio"))] == [
        "if(highest = 0, 0, points * price / highest)",
        "if(price = 0, 0, points * price / highest)",
        "if(lowest = 0, 0, points * price / highest)",
    ]


@pytest.mark.parametrize(
    ("text", "most", "steeper"),
    [
        ("10 * (1 - price / ceiling)", 10, "min(points, 10 * (1 - price / ceiling) * 2)"),
        ("15 - 15 * price / ceiling", 15, "min(points, (15 - 15 * price / ceiling) * 4 / 3)"),
        ("max(0, 8 - price / 20)", 8, "min(points, max(0, 8 - price / 20) * 5 / 2)"),
    ],
)
def test_a_steeper_formula_is_the_sheet_s_own_and_reaches_all_points(text, most, steeper):
    said = str(remedies.out_of_reach(about(text), Fraction(most), level=False))
    expected = f"Raise the slope, such as “formula: {steeper}”, or lower the points to {most}"
    assert said == expected
    (study,) = studies(about(steeper))
    assert study.paid.highest.height == 20


def test_a_formula_from_the_lowest_price_that_can_be_expected_has_all_points_there():
    (study,) = studies(about("ceiling-discount"))
    formula = remedies.from_lowest_expected(study).details["formula"]
    (steeper,) = studies(about(formula))
    assert [steeper.curve.at(Fraction(price)) for price in (70, 85, 100)] == [20, 10, 0]


@pytest.mark.parametrize("most", [0, -5])
def test_where_no_price_earns_anything_there_is_no_slope_to_raise(most):
    said = remedies.out_of_reach(about("-1 * price / ceiling"), Fraction(most), level=False)
    assert str(said) == "Correct the formula, by which no price earns points"
