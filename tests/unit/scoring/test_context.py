from fractions import Fraction

import pytest

from procscore.diagnostics import Problems
from procscore.exact import Mode, Rounding
from procscore.formula import Input, parse
from procscore.scoring.context import Context
from support.values import attempt, bids, codes, price, sheet


def context(text, vendors, **handed_in):
    criteria = sheet(text)
    return Context(criteria, bids(criteria, vendors, **handed_in), Problems(), criteria.ranking)


PLAN = "criteria: [{id: plan, points: 10}]\n"


def test_the_amounts_of_every_vendor_are_known_by_id():
    given = context(PLAN, {"A": {"total": 5}, "B": {"status": "withdrawn"}})
    assert given.amounts["A"]["total"].value == 5
    assert given.amounts["B"] == {}


def times(text, vendors, **handed_in):
    """Return how often each criterion counts, by vendor."""
    given = context(text, vendors, **handed_in)
    return {
        vendor.id: {leaf.id: given.times(vendor, leaf) for leaf in given.sheet.leaves}
        for vendor in given.bids.vendors
    }


SUM = "panel: {aggregate: sum}"


def test_the_panel_of_a_vendor_shrinks_by_who_is_absent_or_recused():
    marks = {"A": {"plan": [1, 2, 3]}, "B": {"plan": [1, 2, 3]}}
    given = times(f"{PLAN}{SUM}", marks, absent=["E1"], recused={"E2": ["B"]})
    assert given == {"A": {"plan": 2}, "B": {"plan": 1}}


def test_only_with_a_sum_is_everything_multiplied_by_the_evaluators():
    marks = {"A": {"plan": [1, 2, 3]}}
    assert times(PLAN, marks) == {"A": {"plan": 1}}
    assert times(f"{PLAN}{SUM}", marks) == {"A": {"plan": 3}}


SHARED = f"""
    criteria:
      - {{id: plan, points: 10}}
      - {{id: iso, points: 2, score: {{method: check, fail: points}}}}
      - {{id: record, points: 5, score: {{method: marks, by: secretariat}}}}
      - {price(40)}
"""


@pytest.mark.parametrize(
    ("shared", "expected"),
    [
        ("", {"plan": 3, "iso": 3, "record": 3, "price": 3}),
        (", shared: each", {"plan": 3, "iso": 3, "record": 3, "price": 3}),
        # Only what an evaluator marks for itself stands on every evaluator's sheet.
        (", shared: once", {"plan": 3, "iso": 1, "record": 1, "price": 1}),
    ],
)
def test_the_sheet_says_whether_a_sum_counts_shared_points_for_each_evaluator(shared, expected):
    text = f"{SHARED}    panel: {{aggregate: sum{shared}}}"
    assert times(text, {"A": {"plan": [1, 2, 3], "iso": "○○○"}}) == {"A": expected}


def test_a_sum_multiplies_by_the_evaluators_of_the_panel_that_marks_the_criterion():
    """むつ市, https://expydoc.com/doc/10138543/: 14 members of the staff, then 10 of the committee."""
    text = f"""
        panels: {{staff: {{aggregate: sum}}}}
        panel: {{aggregate: sum}}
        criteria:
          - id: first
            panel: staff
            criteria: [{{id: demo, points: 10}}, {{id: iso, score: {{method: check}}}}]
          - {{id: plan, points: 10}}
          - {price(40)}
    """
    marks = {"A": {"demo": [1] * 14, "iso": "○" * 14, "plan": [1] * 10}}
    assert times(text, marks) == {"A": {"demo": 14, "iso": 14, "plan": 10, "price": 10}}


def test_points_outside_a_panel_that_sums_are_not_multiplied_by_it():
    text = f"""
        panels: {{staff: {{aggregate: sum}}}}
        criteria: [{{id: demo, points: 10, panel: staff}}, {{id: plan, points: 10}}, {price(40)}]
    """
    marks = {"A": {"demo": [1, 2, 3], "plan": [1, 2]}}
    assert times(text, marks) == {"A": {"demo": 3, "plan": 1, "price": 1}}


def test_the_chair_of_a_check_is_the_one_of_the_panel_that_marks_it():
    text = """
        panels: {staff: {aggregate: mean}}
        criteria:
          - {id: demo, score: {method: check}, panel: staff}
          - {id: plan, score: {method: check}}
    """
    given = context(text, {"A": {"demo": "○○", "plan": "○○"}}, chair=["E2", "staff1"])
    (vendor,) = given.bids.vendors
    assert [given.chair(vendor, leaf) for leaf in given.sheet.leaves] == ["staff1", "E2"]
    unnamed = context(text, {"A": {"demo": "○", "plan": "○"}})
    assert unnamed.chair(vendor, given.sheet.leaves[0]) is None


def test_an_absent_chair_leaves_the_casting_vote_to_the_deputy():
    text = "criteria: [{id: plan, score: {method: check}}]"
    given = context(text, {"A": {"plan": "○○"}}, chair=["E1", "E2"], absent=["E1"])
    (vendor,) = given.bids.vendors
    assert given.chair(vendor, given.sheet.leaves[0]) == "E2"


def test_where_no_evaluator_marks_anything_a_sum_multiplies_nothing():
    """Everything from the secretariat: the points must not become zero times themselves."""
    text = """
        criteria: [{id: plan, points: 10, score: {method: marks, by: secretariat}}]
        panel: {aggregate: sum}
    """
    result, _ = attempt(sheet(text), {"A": {"plan": 7}})
    assert result.vendor("A").points_in_all == 7


def test_a_computed_value_is_rounded_and_takes_only_what_its_formula_names():
    given = context(PLAN, {"A": {}})
    values = {"price": Input("price", Fraction(3)), "other": Input("other", Fraction(1))}
    derivation = given.derive(
        given.bids.vendors[0], "value", parse("2 / price"), values, Rounding(2, Mode.DOWN)
    )
    assert derivation.value == Fraction("0.66")
    assert derivation.exact == Fraction(2, 3)
    assert [each.name for each in derivation.inputs] == ["price"]


def test_a_formula_without_a_value_is_reported_with_vendor_formula_and_cell():
    given = context(PLAN, {"A": {"total": 0, "name": "株式会社零"}})
    (vendor,) = given.bids.vendors
    quoted = given.amounts["A"]["total"].inputs[0]
    assert given.derive(vendor, "価格点", parse("1 / total"), {"total": quoted}, None) is None
    (found,) = given.problems
    assert found.code == "formula-undefined"
    assert found.where.cell == "C2"
    assert "価格点 of 株式会社零" in found.message
    assert "1 / total" in found.message


def test_an_amount_without_a_value_is_reported_with_vendor_and_formula():
    """A division by zero in a derived amount is a diagnostic like any other (design, section 3)."""
    criteria = sheet("""
        amounts: {total: {}, each: {formula: total / users}}
        quantities: {users: {}}
        criteria: [{id: plan, points: 10}]
    """)
    result, problems = attempt(criteria, {"A": {"plan": [1], "total": 100, "users": 0}})
    assert result is None
    assert codes(problems) == ["formula-undefined"]
    assert "total / users" in next(iter(problems)).message
