"""When a minimum is judged: in the first round in which all its points are known."""

import pytest

from procscore.model.scope import technical_only, up_to
from support.values import attempt, evaluate, out, points, price, ranks, sheet, totals

STAGED = f"""
    criteria: [{{id: a, points: 50}}, {{id: b, points: 50}}, {price(20)}]
    stages:
      - {{id: first, name: First, criteria: [a, b], gate: {{top: 2}}}}
      - {{id: second, name: Second, criteria: [price]}}
    eligibility: {{minimums: [{{excluding: price, at_least: 60%}}]}}
"""
"""60 % of the points without the price, https://lawinsider.com/ja/clause/選定方法等"""
VENDORS = {
    "A": {"a": [40], "b": [40], "total": 10},
    "B": {"a": [20], "b": [20], "total": 10},
    "C": {"a": [40], "b": [25], "total": 10},
}


def test_the_points_without_the_price_are_judged_before_the_line_is_drawn():
    """B would else have taken the place of C and then been thrown out."""
    result = evaluate(sheet(STAGED), VENDORS)
    assert result.stages[0].passed == ("A", "C")
    assert out(result) == {"B": ["minimum"]}


@pytest.mark.parametrize("part", [technical_only, lambda whole: up_to(whole, "first")])
def test_before_the_prices_the_same_vendors_are_below_it(part):
    result, _ = attempt(part(sheet(STAGED)), VENDORS)
    assert result is not None
    assert out(result) == {"B": ["minimum"]}
    assert result.stages[0].passed == ("A", "C")


def test_what_single_evaluators_must_give_is_judged_with_the_criterion_it_is_about():
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10, requires: {criterion: a, at_least: 1}}]
        stages:
          - {id: one, name: One, criteria: [a], gate: {top: 2}}
          - {id: two, name: Two, criteria: [b], carry_over: false}
        eligibility:
          minimums:
            - {criterion: b, at_least: 50%, evaluators: majority}
            - {criterion: a, at_least: 50%, evaluators: all}
    """)
    vendors = {"A": {"a": [5, 5], "b": [5, 5]}, "B": {"a": [6, 6], "b": [6, 4]}}
    assert out(evaluate(criteria, vendors)) == {"B": ["minimum"]}
    vendors["A"]["a"] = [4, 9]
    assert out(evaluate(criteria, vendors)) == {"A": ["minimum"], "B": ["minimum"]}


def test_a_stage_is_skipped_by_who_applies_and_not_by_who_is_within_the_ceiling():
    """Else the stage would be held before the prices are known, and not held after."""
    criteria = sheet(f"""
        criteria: [{{id: a, points: 10}}, {price(10)}]
        stages:
          - {{id: one, name: One, criteria: [a], gate: {{top: 1, skip_below: 3}}}}
          - {{id: two, name: Two, criteria: [price]}}
    """)
    vendors = {
        "A": {"a": [9], "total": 10},
        "B": {"a": [8], "total": 5},
        "C": {"a": [1], "total": 20},
    }
    result = evaluate(criteria, vendors, ceilings={"total": 10})
    assert not result.stages[0].skipped
    assert ranks(result) == {"A": "1"}


@pytest.mark.parametrize("among", ["eligible", "within-ceiling", "all"])
def test_the_price_of_who_did_not_get_there_counts_for_nobody(among):
    criteria = sheet(f"""
        criteria: [{{id: a, points: 10}}, {price(10)}]
        stages:
          - {{id: one, name: One, criteria: [a], gate: {{top: 2}}}}
          - {{id: two, name: Two, criteria: [price]}}
        eligibility: {{lowest_among: {among}}}
    """)
    vendors = {
        "A": {"a": [9], "total": 10},
        "B": {"a": [8], "total": 20},
        "C": {"a": [1], "total": 5},
    }
    assert points(evaluate(criteria, vendors), "price") == {"A": "10", "B": "5", "C": None}


def test_who_did_not_get_to_the_price_needs_none():
    criteria = sheet(STAGED)
    vendors = {**VENDORS, "B": {"a": [20], "b": [20]}}
    assert totals(evaluate(criteria, vendors))["A"] == "100"


@pytest.mark.parametrize("first", ["g", "t"])
def test_the_best_of_what_hangs_on_another_best_does_not_hang_on_the_order(first):
    parts = {
        "g": """
          - id: g
            points: 50
            rescale: {formula: points * raw / best}
            criteria:
              - {id: x, points: 40}
              - {id: y, points: 10, requires: {criterion: t, at_least: 50%}}""",
        "t": """
          - {id: t, points: 50, rescale: {formula: points * raw / best}}""",
    }
    second = "t" if first == "g" else "g"
    criteria = sheet(f"criteria:{parts[first]}{parts[second]}")
    vendors = {"A": {"x": [20], "y": [5], "t": [40]}, "B": {"x": [20], "y": [10], "t": [10]}}
    assert totals(evaluate(criteria, vendors)) == {"A": "100", "B": "52.5"}
