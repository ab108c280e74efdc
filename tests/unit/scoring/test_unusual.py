from fractions import Fraction

import pytest

from procscore.model.formula_names import FIGURE_WORDS
from procscore.scoring.unusual import ABNORMALLY_LOW, FigureMissingError
from support.values import attempt as attempted
from support.values import codes, evaluate, flags, out, price, sheet

WORLD_BANK = [
    1145142, 1330191, 1342106, 1378232, 1462176, 1476269, 1486226, 1579100,
    1613371, 1657703, 1856166, 1900885, 1912355, 2099006, 2149893, 2242001,
]  # fmt: skip
"""Abnormally Low Bids and Proposals, 2nd ed. 2016, Annex I, Example 1."""


def told(rule, *prices, **figures):
    """Return what is said of each bid that is flagged; bids are numbered from 1."""
    given = {str(number): Fraction(each) for number, each in enumerate(prices, start=1)}
    known = {name: Fraction(value) for name, value in figures.items()}
    return {bid: str(each) for bid, each in ABNORMALLY_LOW[rule](given, known).items()}


def flagged(rule, *prices, **figures):
    return sorted(told(rule, *prices, **figures), key=int)


class TestMeanMinusDeviation:
    RULE = "mean-minus-deviation"

    def test_the_world_banks_example_flags_bids_1_2_and_3(self):
        """The sample deviation would miss bid 3."""
        assert flagged(self.RULE, *WORLD_BANK) == ["1", "2", "3"]

    def test_the_numbers_are_those_that_the_world_bank_prints(self):
        """It prints 1,664,426 and 315,975; exactly, 1,664,426.375 and 315,974.537…"""
        said = told(self.RULE, *WORLD_BANK)["3"]
        assert said.startswith(
            "the price 1,342,106 is more than one standard deviation (315,974.537"
        )
        assert said.endswith("…) below the mean 1,664,426.375 of 16 bids")

    @pytest.mark.parametrize(
        ("prices", "deviation"),
        [
            ((6, 10, 10, 10), "1.7320…"),  # mean 9: (9 + 1 + 1 + 1)/4 = 3
            ((2, 12, 12, 12, 12), "4"),  # mean 10: (64 + 4 × 4)/5 = 16
            ((0, "0.02", "0.02", "0.02"), "0.0086…"),  # 0.0003/4 = 0.000075
        ],
    )
    def test_of_the_deviation_the_first_digits_are_told_and_that_others_follow(
        self, prices, deviation
    ):
        assert f"({deviation})" in told(self.RULE, *prices)["1"]

    def test_a_price_exactly_one_deviation_below_the_mean_is_not_below_it(self):
        assert flagged(self.RULE, 8, 8, 12, 12) == []  # mean 10, deviation 2

    def test_a_price_far_above_the_mean_is_not_abnormally_low(self):
        assert flagged(self.RULE, 10, 10, 10, 100) == []

    @pytest.mark.parametrize("prices", [[], [5], [5, 5], [5, 9]])
    def test_one_or_two_or_equal_prices_are_never_unusual(self, prices):
        assert flagged(self.RULE, *prices) == []


class TestWorldBank:
    RULE = "world-bank"

    def test_five_bids_or_more_are_compared_with_each_other(self):
        assert flagged(self.RULE, *WORLD_BANK) == ["1", "2", "3"]
        # mean 10, deviation 4: 2 is below 6, though above 80 % of an estimate of 1
        assert flagged(self.RULE, 2, 12, 12, 12, 12, estimate=1) == ["1"]

    def test_fewer_than_five_are_compared_with_the_estimate_and_20_percent_below_is_enough(self):
        assert flagged(self.RULE, 79, 80, "80.01", 200, estimate=100) == ["1", "2"]

    def test_the_limit_is_told(self):
        assert told(self.RULE, 80, 90, estimate=100)["1"] == (
            "the price 80 is not above 80, which is 80% of the estimate 100 "
            "(there are fewer than 5 bids)"
        )

    def test_fewer_than_five_cannot_be_tested_without_an_estimate(self):
        with pytest.raises(FigureMissingError) as caught:
            flagged(self.RULE, 1, 2, 3, 4, ceiling=9)
        assert caught.value.name == "estimate"


class TestBelowMean:
    RULE = "below-mean"

    def test_85_percent_of_the_mean_of_the_world_banks_example_flags_four(self):
        assert flagged(self.RULE, *WORLD_BANK, share="0.85") == ["1", "2", "3", "4"]

    def test_the_limit_and_the_mean_are_told(self):
        assert told(self.RULE, *WORLD_BANK, share="0.85")["4"] == (
            "the price 1,378,232 is below 1,414,762.4187…, which is 85% of the mean "
            "1,664,426.375 of 16 bids"
        )

    def test_another_share_is_another_limit_and_the_limit_itself_is_not_below_it(self):
        assert flagged(self.RULE, 89, 111, share="0.9") == ["1"]  # mean 100
        assert flagged(self.RULE, 90, 110, share="0.9") == []


class TestBelowEstimate:
    RULE = "below-estimate"

    def test_a_price_below_the_share_of_the_estimate_is_flagged_and_at_it_is_not(self):
        assert flagged(self.RULE, 79, 80, 81, estimate=100, share="0.8") == ["1"]
        assert flagged(self.RULE, 59, 61, estimate=100, share="0.6") == ["1"]

    def test_the_limit_and_the_estimate_are_told(self):
        assert told(self.RULE, 70, estimate=90, share="0.8") == {
            "1": "the price 70 is below 72, which is 80% of the estimate 90"
        }

    def test_without_an_estimate_nothing_can_be_tested(self):
        with pytest.raises(FigureMissingError) as caught:
            flagged(self.RULE, 1, share="0.8")
        assert caught.value.name == "estimate"


class TestScotland:
    RULE = "scotland"

    def test_the_highest_bid_does_not_count_in_the_mean(self):
        # without 300 the mean is 100 and the limit 85; with it 150 and 127.5
        assert flagged(self.RULE, 84, 100, 116, 300) == ["1"]

    def test_exactly_15_percent_below_is_not_more_than_15_percent(self):
        assert flagged(self.RULE, 85, 100, 115, 300) == []

    def test_of_two_highest_bids_one_is_left_out(self):
        # mean of 60 100: 80, limit 68; without both there would be 60 alone
        assert flagged(self.RULE, 60, 100, 100) == ["1"]

    def test_the_mean_is_told_with_what_it_is_the_mean_of(self):
        assert told(self.RULE, 84, 100, 116, 300)["1"] == (
            "the price 84 is below 85, which is 85% of 100, the mean of 3 of 4 bids "
            "(without the highest)"
        )

    @pytest.mark.parametrize("prices", [[], [5], [1, 9]])
    def test_of_one_or_two_bids_none_is_low(self, prices):
        assert flagged(self.RULE, *prices) == []


class TestSpain:
    """Real Decreto 1098/2001, article 85: “más de” is more than, so the limit itself is let be."""

    RULE = "spain-85"

    @pytest.mark.parametrize(("offer", "low"), [("74.99", ["1"]), ("75", [])])
    def test_one_bid_is_compared_with_the_budget(self, offer, low):
        assert flagged(self.RULE, offer, ceiling=100) == low

    @pytest.mark.parametrize(("offer", "low"), [("79.99", ["1"]), ("80", [])])
    def test_two_bids_are_compared_with_each_other(self, offer, low):
        assert flagged(self.RULE, offer, 100) == low
        assert flagged(self.RULE, 100, offer) == ["2"] * len(low)

    @pytest.mark.parametrize(
        ("prices", "low"),
        [
            ((90, 100, 110), []),  # mean 100, limit 90; 110 is not more than 110
            ((89, 101, 110), ["1"]),
            ((86, 100, 120), []),  # mean 102, so 120 goes: mean 93, limit 83.7
            ((80, 100, 120), ["1"]),  # mean 100, so 120 goes: mean 90, limit 81
        ],
    )
    def test_three_bids_are_compared_with_their_mean(self, prices, low):
        assert flagged(self.RULE, *prices, ceiling=100) == low

    def test_of_three_bids_the_highest_alone_may_be_left_out(self):
        # mean 250/3, times 1.1 is 91.66…; one of the two 100 goes: mean of 50 and 100 is 75
        said = told(self.RULE, 50, 100, 100, ceiling=60)
        assert said == {
            "1": "the price 50 is below 67.5, which is 90% of 75, the mean of 2 of 3 bids (without "
            "those more than 10% above the mean of all, 83.3333…)"
        }

    def test_of_three_bids_one_far_below_the_budget_is_low_in_any_case(self):
        assert flagged(self.RULE, 74, 75, 76, ceiling=100) == ["1"]
        assert told(self.RULE, 74, 75, 76, ceiling=100)["1"] == (
            "the price 74 is below 75, which is 75% of the ceiling 100"
        )

    def test_of_four_bids_the_budget_says_nothing(self):
        assert flagged(self.RULE, 1, 1, 1, 1, ceiling=100) == []

    def test_four_bids_are_compared_with_their_mean(self):
        # mean 100, none above 110: limit 90
        assert flagged(self.RULE, 89, 101, 104, 106) == ["1"]
        assert flagged(self.RULE, 90, 101, 103, 106) == []

    def test_of_more_bids_all_that_are_far_above_the_mean_are_left_out(self):
        # mean 120, times 1.1 is 132: without the two 150 the mean is 100, the limit 90
        assert flagged(self.RULE, 89, 100, 111, 150, 150) == ["1"]
        assert told(self.RULE, 89, 100, 111, 150, 150)["1"] == (
            "the price 89 is below 90, which is 90% of 100, the mean of 3 of 5 bids (without those "
            "more than 10% above the mean of all, 120)"
        )

    def test_of_more_bids_three_are_left_at_least(self):
        # mean 55, times 1.1 is 60.5: two are left, so the three lowest: mean 40, limit 36
        assert flagged(self.RULE, 10, 10, 100, 100) == ["1", "2"]
        assert told(self.RULE, 10, 10, 100, 100)["1"] == (
            "the price 10 is below 36, which is 90% of 40, the mean of the 3 lowest of 4 bids (of "
            "the others too many are more than 10% above the mean of all, 55)"
        )

    def test_without_a_budget_one_bid_or_three_cannot_be_tested_but_two_or_four_can(self):
        for prices in ([5], [5, 6, 7]):
            with pytest.raises(FigureMissingError) as caught:
                flagged(self.RULE, *prices, estimate=9)
            assert caught.value.name == "ceiling"
        for prices in ([5, 6], [5, 6, 7, 8]):
            assert isinstance(flagged(self.RULE, *prices), list)


@pytest.mark.parametrize("rule", ABNORMALLY_LOW)
def test_where_nobody_is_ranked_nobody_is_flagged_and_nothing_is_missing(rule):
    assert flagged(rule, share="0.8") == []


@pytest.mark.parametrize("rule", ABNORMALLY_LOW)
def test_every_rule_says_where_it_comes_from_or_what_it_does(rule):
    assert ABNORMALLY_LOW[rule].__doc__


MANY = {str(number): {"total": value} for number, value in enumerate(WORLD_BANK, start=1)}


def test_an_abnormally_low_bid_is_flagged_and_never_excluded():
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        eligibility: {{abnormally_low: {{rule: mean-minus-deviation}}}}
    """)
    vendors = {each: {**entry, "plan": [60]} for each, entry in MANY.items()}
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


def low(rules):
    return sheet(f"criteria: [{price(40)}]\neligibility: {{abnormally_low: {rules}}}")


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("{rule: below-mean}", ["1", "2", "3", "4"]),  # 85 % is the usual share
        ("{rule: below-mean, share: 80%}", ["1", "2"]),  # below 1,331,541.1
        ("{rule: below-estimate}", ["1"]),  # below 80 % of 1,600,000: 1,280,000
        ("{rule: below-estimate, share: 85%}", ["1", "2", "3"]),  # below 1,360,000
    ],
)
def test_the_share_of_the_sheet_is_applied_or_else_the_usual_one(rules, expected):
    assert sorted(flags(evaluate(low(rules), MANY, estimate=1_600_000))) == expected


def test_the_ceiling_of_the_tested_amount_is_the_budget():
    criteria = sheet(f"""
        amounts: {{initial: {{}}, total: {{}}}}
        criteria: [{price(40)}]
        eligibility: {{abnormally_low: {{rule: spain-85, amount: initial}}}}
    """)
    ceilings = {"total": 1000, "initial": 100}
    for offer, expected in ((74, {"A": ["abnormally-low"]}), (76, {})):
        result = evaluate(criteria, {"A": {"total": 900, "initial": offer}}, ceilings=ceilings)
        assert flags(result) == expected


@pytest.mark.parametrize(
    ("rule", "prices", "name"),
    [
        ("world-bank", [1, 2], "estimate"),
        ("below-estimate", [1, 2, 3, 4, 5, 6], "estimate"),
        ("spain-85", [1], "ceiling"),
    ],
)
def test_it_is_warned_that_a_figure_is_missing_and_the_bids_are_ranked(rule, prices, name):
    vendors = {str(number): {"total": each} for number, each in enumerate(prices)}
    result, problems = attempted(low(f"{{rule: {rule}}}"), vendors)
    assert codes(problems) == ["low-bids-not-tested"]
    (problem,) = problems
    assert (problem.where.sheet, str(problem.details["name"])) == ("案件", FIGURE_WORDS[name])
    assert flags(result) == {}
    assert len(result.ranked) == len(prices)
