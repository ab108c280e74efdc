from fractions import Fraction

import pytest

from procscore.checks.criteria_sheet import check
from procscore.checks.monotonic import cheaper_scores_less
from procscore.checks.scenes import Priced
from procscore.formula import PRESETS, parse
from support.values import price, sheet


def noted(text, points=100, amount="total"):
    formula = PRESETS[text].formula if text in PRESETS else parse(text)
    found = cheaper_scores_less(Priced(formula, Fraction(points), amount))
    return None if found is None else str(found["example"])


def how(text):
    return str(cheaper_scores_less(Priced(parse(text), Fraction(100), "total"))["how"])


@pytest.mark.parametrize("points", [1, 30, 200])
@pytest.mark.parametrize("preset", sorted(PRESETS.keys() - {"ceiling-peak-80"}))
def test_no_preset_rewards_a_dearer_bid_but_the_one_that_is_there_for_it(preset, points):
    assert noted(preset, points) is None


@pytest.mark.parametrize(
    ("points", "said"),
    [
        (100, "a price of 80 gives 100 points and a price of 70 gives 90"),
        (30, "a price of 80 gives 30 points and a price of 70 gives 27"),
    ],
)
def test_a_peak_is_shown_by_two_round_prices(points, said):
    assert noted("ceiling-peak-80", points) == f"with a ceiling of 100, {said}"


@pytest.mark.parametrize(
    "text",
    [
        "points",
        "-price",
        "points * price / highest",
        "points * count / price",
        "up_to(price / ceiling, 80%, 20, 90%, 15, 0)",
        "points * round(lowest / price, 1)",
        "max(0, points * (1 - price / average))",
        "if(price = lowest, points, 0)",
        "points * 1500000 / price",
        "up_to(price, 1000000, 20, 2000000, 15, 0)",
        "up_to(price, 1000000, 0, 2000000, 5, 9)",  # the more, the better
    ],
)
def test_points_that_only_fall_or_only_rise_with_the_price_are_not_noted(text):
    assert noted(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "up_to(price / ceiling, 80%, 15, 90%, 20, 0)",
            "with a ceiling of 100, a price of 90 gives 20 points and a price of 80 gives 15",
        ),
        (
            "interpolate(price / estimate, 60%, 0, 80%, points, 100%, 0)",
            "with an estimate of 100, a price of 80 gives 100 points and a price of 70 gives 50",
        ),
        (
            "if(price < investigation, 0, points * (1 - price / ceiling))",
            (
                "with a ceiling of 100 and an investigation price of 60, a price of 60 gives 40 points "
                "and a price of 50 gives 0"
            ),
        ),
        # nearest to the mean of 60, 80, 95 and the price itself: 20 is 43.75 off 63.75
        (
            "points * (1 - max(price - average, average - price) / average)",
            (
                "with other bids of 60, 80, 95, a price of 20 gives 31.3725… points and a price of "
                "10 gives 16.3265…"
            ),
        ),
        # 42.5 is no round price, so the neighbours of it are shown
        (
            "if(price > 42% * ceiling, if(price < 43% * ceiling, 7, 0), 0)",
            "with a ceiling of 100, a price of 42.5 gives 7 points and a price of 40 gives 0",
        ),
    ],
)
def test_points_that_both_fall_and_rise_are_noted_with_what_the_example_hangs_on(text, said):
    assert noted(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # between the prices that are tried for an example: 80.1 and 80.2
        (
            "if(price > 80.1% * ceiling, if(price < 80.2% * ceiling, 7, 0), 0)",
            "with a ceiling of 100, a price of 80.15 gives 7 points and a price of 80.1 gives 0",
        ),
        # one single price
        (
            "if(price = 80.1% * ceiling, 7, 0)",
            "with a ceiling of 100, a price of 80.1 gives 7 points and a price of 40.05 gives 0",
        ),
        # it falls to 19.9 just above 80.1, where it is 20
        (
            "if(price < 80.1, 100 - price, if(price = 80.1, 20, 0)) + 0 * ceiling",
            (
                "with a ceiling of 100, a price of 80.1 gives 20 points and a price of 80.0217… "
                "gives 19.9782…"
            ),
        ),
    ],
)
def test_nothing_between_the_prices_of_an_example_is_overlooked(text, said):
    assert noted(text) == said
    assert how(text) == "decided exactly for every price up to 100"


def test_what_rounds_is_tried_at_equal_steps():
    assert how("if(price > 60, 5, round(price / 7)) + 0 * ceiling") == (
        "tried at 40 prices in equal steps up to 100"
    )


def test_sums_of_money_in_the_formula_are_tried_at_their_own_size():
    said = noted("up_to(price, 1000000, 20, 2000000, 25, 0)")
    assert said == "a price of 1,250,000 gives 25 points and a price of 1,000,000 gives 20"


def test_a_low_investigation_price_and_low_other_bids_are_tried_too():
    # only where bids are far apart does the rule bite: 20 and 30 beside 85
    assert noted("if(price > 3 * lowest, points, points * lowest / price)") is not None
    assert noted("if(investigation > 80, if(price < investigation, 0, 1), -price / 1000)")


def test_prices_without_a_value_are_passed_over():
    assert noted("points / (price - price)") is None
    assert noted("if(price = 50, 1 / 0, 100 - price)") is None
    assert noted("if(price = 50, 1 / 0, max(price, 100 - price))") is not None


def test_a_price_of_zero_may_be_ruled_as_one_likes():
    assert noted("if(price = 0, 0, points * lowest / price)") is None


def test_the_scored_amount_by_its_own_name_is_the_price():
    assert noted("if(total < 50% * ceiling, 0, points * (1 - total / ceiling))") is not None
    assert noted("points * lowest / total") is None


def test_what_else_vendors_declare_cannot_be_tried():
    assert noted("if(price < 50% * ceiling, 0, initial / total)") is None


def found(text):
    return [(each.code, each.path) for each in check(sheet(text))]


def test_the_note_stands_at_the_formula_once_for_all_criteria_that_inherit_it():
    text = """
        criteria:
          - id: prices
            score: {method: price, amount: total, formula: ceiling-peak-80}
            criteria: [{id: a, points: 10}, {id: b, points: 20}]
    """
    path = ("criteria", 0, "score", "formula")
    assert found(text) == [("criteria-cheaper-scores-less", path)]


def test_a_formula_with_a_fault_is_not_tried():
    formula = '"if(price > 80% * ceilng, points, 0)"'
    assert [code for code, _ in found(f"criteria: [{price(40, formula)}]")] == [
        "formula-unreadable"
    ]
