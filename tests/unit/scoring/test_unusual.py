from fractions import Fraction

import pytest

from procscore.scoring.unusual import ABNORMALLY_LOW, mean_minus_deviation
from support.values import evaluate, flags, out, price, sheet

WORLD_BANK = [
    1145142, 1330191, 1342106, 1378232, 1462176, 1476269, 1486226, 1579100,
    1613371, 1657703, 1856166, 1900885, 1912355, 2099006, 2149893, 2242001,
]  # fmt: skip


def flagged(*prices):
    given = {str(number): Fraction(price) for number, price in enumerate(prices, start=1)}
    return sorted(mean_minus_deviation(given), key=int)


def test_the_world_banks_example_flags_bids_1_2_and_3():
    """Abnormally Low Bids and Proposals, 2nd ed. 2016, Annex I: the sample deviation would miss 3."""
    assert flagged(*WORLD_BANK) == ["1", "2", "3"]


def test_a_price_exactly_one_deviation_below_the_mean_is_not_below_it():
    assert flagged(8, 8, 12, 12) == []  # mean 10, deviation 2


def test_a_price_far_above_the_mean_is_not_abnormally_low():
    assert flagged(10, 10, 10, 100) == []


@pytest.mark.parametrize("prices", [[], [5], [5, 5], [5, 9]])
def test_one_or_two_or_equal_prices_are_never_unusual(prices):
    assert flagged(*prices) == []


def test_an_abnormally_low_bid_is_flagged_and_never_excluded():
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        eligibility: {{abnormally_low: {{rule: mean-minus-deviation}}}}
    """)
    vendors = {
        str(number): {"plan": [60], "total": value}
        for number, value in enumerate(WORLD_BANK, start=1)
    }
    result = evaluate(criteria, vendors)
    assert flags(result) == {each: ["abnormally-low"] for each in ("1", "2", "3")}
    assert out(result) == {}
    assert result.award.winners == ("1",)


def test_the_test_may_be_of_another_amount_than_the_scored_one():
    criteria = sheet(f"""
        amounts: {{initial: {{}}, total: {{}}}}
        criteria: [{price(40)}]
        eligibility: {{abnormally_low: {{rule: mean-minus-deviation, amount: initial}}}}
    """)
    vendors = {each: {"total": 1, "initial": 10} for each in "ABCD"} | {
        "E": {"total": 1, "initial": 1}
    }
    assert flags(evaluate(criteria, vendors)) == {"E": ["abnormally-low"]}


def test_the_rule_of_the_sheet_is_in_the_dict():
    assert set(ABNORMALLY_LOW) == {"mean-minus-deviation"}
