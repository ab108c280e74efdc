from fractions import Fraction

import pytest

from procscore.model.bids import Status
from support.values import compared, evaluate, out, ranks, sheet, text

SHEET = """
    amounts: {total: {}}
    criteria: [{id: plan, points: 10}]
    eligibility: {abnormally_low: {rule: mean-minus-deviation}, minimums: [{at_least: 2}]}
    ranking: {ties: [{lower: total}, committee]}
"""


def ranked():
    vendors = {
        "A": {"plan": [5], "total": 100},
        "B": {"plan": [7], "total": 100},
        "C": {"plan": [5], "total": 10},
        "D": {"plan": [1], "total": 1},
    }
    return evaluate(sheet(SHEET), vendors)


def test_values_give_ranks_and_a_tie_is_settled_by_the_chain():
    ranks = {each.vendor.id: each.rank for each in ranked().vendors}
    assert ranks == {"A": Fraction(3), "B": Fraction(1), "C": Fraction(2), "D": None}
    (tie,) = ranked().ties
    assert tie.order == (("C",), ("A",))


def test_who_is_out_has_no_value_and_sets_no_standard_for_low_prices():
    """Among 100, 100 and 10 the mean is 70 and the deviation 42.4: 10 is below 27.6."""
    result = ranked()
    assert result.vendor("D").compared is None
    assert [each.vendor.id for each in result.vendors if each.flags] == ["C"]


def test_the_award_follows_the_ranks():
    assert (ranked().award.winners, ranked().award.reserve) == (("B",), ("C",))


DIVISION = """
    criteria:
      - {id: basic, points: 100, score: {method: marks, by: secretariat}}
      - {id: extra, points: 100, score: {method: marks, by: secretariat}}
      - id: technical_check
        score: {method: check, by: secretariat}
    ranking:
      by: formula
      formula: (basic + extra) / total * 100000000
      round: {places: 4, mode: down}
      at_least: 100 / ceiling * 100000000
      ties: [{lower: total}, lot]
"""


def divided(offers):
    """Return the result of (extra points, price) by vendor, under a ceiling of 70 million."""
    return evaluate(
        sheet(DIVISION),
        {
            each: {"basic": 100, "extra": extra, "technical_check": "○", "total": total}
            for each, (extra, total) in offers.items()
        },
        ceilings={"total": 70000000},
    )


def test_a_bid_at_the_ceiling_with_the_basic_points_alone_reaches_the_standard_value():
    """基準評価値 = 100 ÷ 予定価格 × 1 億, 九州地方整備局 入札調書: it must be reached.

    100 ÷ 70,000,000 is 142.857142…; the value is cut off at four places and compared before that.
    """
    result = divided({"A": (0, 70000000), "B": ("28.5", 69000000)})
    assert compared(result) == {"B": "186.2318", "A": "142.8571"}
    assert out(result) == {}


def test_who_is_below_the_standard_value_is_out_and_keeps_its_value():
    criteria = sheet(DIVISION.replace("100 / ceiling", "110 / ceiling"))
    offer = {"basic": 100, "technical_check": "○", "total": 70000000}
    result = evaluate(
        criteria,
        {"A": {**offer, "extra": 10}, "B": {**offer, "extra": "9.9999"}},
        ceilings={"total": 70000000},
    )
    b = result.vendor("B")
    assert (ranks(result), out(result)) == ({"A": "1"}, {"B": ["ranking-value"]})
    assert (b.status, b.rank, text(b.compared)) == (Status.EXCLUDED, None, "157.1427")
    assert "157.1427… is below 157.1428…" in str(b.exclusions[0].reason)
    assert result.award.winners == ("A",)
    assert result.award.reserve == ()


def test_who_is_below_the_standard_value_ties_with_nobody_and_nobody_left_is_no_award():
    criteria = sheet(DIVISION.replace("100 / ceiling", "200 / ceiling"))
    offer = {"basic": 100, "extra": 50, "technical_check": "○", "total": 70000000}
    result = evaluate(criteria, {"A": offer, "B": offer}, ceilings={"total": 70000000})
    assert out(result) == {"A": ["ranking-value"], "B": ["ranking-value"]}
    assert (result.ties, result.award.none) == ((), True)


def test_points_too_may_have_to_reach_a_value():
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        ranking: {by: points, round: {places: 0, mode: half-up}, at_least: 2 * 3}
    """)
    result = evaluate(criteria, {"A": {"plan": [6]}, "B": {"plan": ["5.9"]}})
    assert out(result) == {"B": ["ranking-value"]}  # 5.9 is rounded to 6 only afterwards


@pytest.mark.parametrize("named", ["investigation", "estimate"])
def test_the_value_may_follow_from_what_the_procurement_declares(named):
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 10}}]
        ranking: {{at_least: {named} / 100}}
    """)
    vendors = {"A": {"plan": [5]}, "B": {"plan": [4]}}
    assert out(evaluate(criteria, vendors, **{named: 500})) == {"B": ["ranking-value"]}
