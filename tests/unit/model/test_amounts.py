from fractions import Fraction

import pytest

from procscore.model.amounts import above_ceiling, amounts, as_input, ceiling_rule, in_play, to_mark
from support.values import bids, price, sheet, text

SHEET = sheet("""
    amounts: {initial: {}, yearly: {}, total: {formula: initial + 5 * yearly}}
    criteria: [{id: plan, points: 10}]
""")


def vendor(criteria=SHEET, **entry):
    return bids(criteria, {"A": entry}).vendors[0]


def above(entry, ceilings, criteria=SHEET):
    given = bids(criteria, {"A": entry}, ceilings=ceilings)
    return list(above_ceiling(criteria, given.procurement, given.vendors[0]))


def test_a_derived_amount_follows_from_what_was_quoted():
    known = amounts(SHEET, vendor(initial=100, yearly=20))
    assert {key: text(each.value) for key, each in known.items()} == {
        "initial": "100",
        "yearly": "20",
        "total": "200",
    }


def test_a_quoted_amount_keeps_its_cell_and_a_derived_one_its_parts():
    known = amounts(SHEET, vendor(initial=100, yearly=20))
    assert known["initial"].inputs[0].where[0].cell == "C2"
    assert [part.name for part in known["total"].inputs] == ["initial", "yearly"]
    assert known["total"].inputs[0].where[0].cell == "C2"


def test_the_order_of_derived_amounts_in_the_sheet_does_not_matter():
    criteria = sheet("""
        amounts:
          with_tax: {formula: total * 110%}
          total: {formula: initial + yearly}
          initial: {}
          yearly: {}
        criteria: [{id: plan, points: 10}]
    """)
    known = amounts(criteria, vendor(criteria, initial=60, yearly=40))
    assert known["with_tax"].value == 110


def test_a_derived_amount_carries_the_derivation_of_its_derived_part():
    criteria = sheet("""
        amounts: {initial: {}, total: {formula: 2 * initial}, with_tax: {formula: total * 110%}}
        criteria: [{id: plan, points: 10}]
    """)
    known = amounts(criteria, vendor(criteria, initial=50))
    assert known["with_tax"].inputs[0].derivation == known["total"]


def test_an_amount_that_equals_a_derived_one_does_not_lose_how_it_came_about():
    criteria = sheet("""
        amounts: {initial: {}, total: {formula: 2 * initial}, compared: {formula: total}}
        criteria: [{id: plan, points: 10}]
    """)
    known = amounts(criteria, vendor(criteria, initial=50))
    went_in = as_input("price", known["compared"])
    assert went_in.value == 100
    assert went_in.derivation is not None


def test_a_number_that_was_only_read_goes_on_with_its_cell():
    went_in = as_input("price", amounts(SHEET, vendor(initial=100, yearly=20))["initial"])
    assert (went_in.name, went_in.value, went_in.derivation) == ("price", 100, None)
    assert went_in.where[0].cell == "C2"


def test_an_amount_whose_parts_are_not_all_quoted_is_not_known():
    assert "total" not in amounts(SHEET, vendor(initial=100))


def test_quantities_may_go_into_amounts():
    criteria = sheet("""
        amounts: {total: {}, each: {formula: total / users}}
        quantities: {users: {}}
        criteria: [{id: plan, points: 10}]
    """)
    assert amounts(criteria, vendor(criteria, total=100, users=3))["each"].value == Fraction(100, 3)


def test_a_price_that_equals_the_ceiling_is_within_it():
    assert above({"initial": 100, "yearly": 20}, {"total": 200}) == []
    assert above({"initial": 100, "yearly": "20.0001"}, {"total": 200}) == ["total"]


def test_every_ceiling_is_held_against_its_own_amount():
    ceilings = {"total": 200, "initial": 90, "yearly": 30}
    assert above({"initial": 100, "yearly": 20}, ceilings) == ["initial"]


def test_an_amount_that_is_not_known_is_above_nothing():
    assert above({"initial": 100}, {"total": 1}) == []


@pytest.mark.parametrize(
    ("written", "total", "initial"),
    [
        ("flag", "flag", "flag"),
        ("{total: flag}", "flag", "exclude"),
        ("{total: ignore, initial: flag}", "ignore", "flag"),
    ],
)
def test_a_ceiling_excludes_unless_the_sheet_says_otherwise(written, total, initial):
    criteria = sheet(f"""
        amounts: {{initial: {{}}, total: {{}}}}
        criteria: [{{id: plan, points: 10}}]
        eligibility: {{ceiling: {written}}}
    """)
    assert ceiling_rule(criteria, "total") == total
    assert ceiling_rule(criteria, "initial") == initial


@pytest.mark.parametrize(
    ("rule", "entry", "expected"),
    [
        ("exclude", {"total": 100}, True),
        ("exclude", {"total": 101}, False),
        ("flag", {"total": 101}, True),
        ("ignore", {"total": 101}, True),
        ("ignore", {"total": 1, "status": "withdrawn"}, False),
    ],
)
def test_a_vendor_is_marked_unless_its_status_or_an_excluding_ceiling_puts_it_out(
    rule, entry, expected
):
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 10}}]
        eligibility: {{ceiling: {rule}}}
    """)
    given = bids(criteria, {"A": entry}, ceilings={"total": 100})
    assert in_play(criteria, given.procurement, given.vendors[0]) is expected


STAGED = f"""
    criteria: [{{id: paper, points: 10}}, {{id: talk, points: 10}}, {price(5)}]
    stages:
      - {{id: one, name: One, criteria: [paper%s], gate: {{top: 2, skip_below: %s}}}}
      - {{id: two, name: Two, criteria: [talk%s]}}
"""


@pytest.mark.parametrize(
    ("written", "paper", "talk"),
    [
        (("", 0, ", price"), "AD", "A"),
        ((", price", 0, ""), "A", "A"),
        (("", 3, ", price"), "A", "A"),
    ],
    ids=["prices later", "prices first", "the stage before them is not held"],
)
def test_a_vendor_is_marked_before_prices_are_opened_whatever_its_price_is(written, paper, talk):
    criteria = sheet(STAGED % written)
    entries = {"A": {"total": 10}, "D": {"total": 11}, "W": {"total": 1, "status": "withdrawn"}}
    given = bids(criteria, entries, ceilings={"total": 10})
    for leaves, expected in (("paper", paper), ("talk", talk), ("talk paper", paper)):
        chosen = [leaf for leaf in criteria.leaves if leaf.id in leaves.split()]
        found = to_mark(criteria, given.procurement, given.vendors, chosen)
        assert [each.id for each in found] == list(expected)
