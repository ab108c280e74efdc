from fractions import Fraction

from procscore.diagnostics import Problems
from procscore.exact import Mode, Rounding
from procscore.formula import Input, parse
from procscore.scoring.context import Context
from support.values import attempt, bids, codes, sheet


def context(text, vendors, **handed_in):
    criteria = sheet(text)
    return Context(criteria, bids(criteria, vendors, **handed_in), Problems())


PLAN = "criteria: [{id: plan, points: 10}]\n"


def test_the_amounts_of_every_vendor_are_known_by_id():
    given = context(PLAN, {"A": {"total": 5}, "B": {"status": "withdrawn"}})
    assert given.amounts["A"]["total"].value == 5
    assert given.amounts["B"] == {}


def test_the_panel_of_a_vendor_shrinks_by_who_is_absent_or_recused():
    given = context(
        PLAN,
        {"A": {"plan": [1, 2, 3]}, "B": {"plan": [1, 2, 3]}},
        absent=["E1"],
        recused={"E2": ["B"]},
    )
    assert [given.panel_size(vendor) for vendor in given.bids.vendors] == [2, 1]


def test_only_with_a_sum_is_everything_multiplied_by_the_evaluators():
    marks = {"A": {"plan": [1, 2, 3]}}
    (vendor,) = bids(sheet(PLAN), marks).vendors
    assert context(PLAN, marks).times(vendor) == 1
    assert context(f"{PLAN}panel: {{aggregate: sum}}", marks).times(vendor) == 3


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
