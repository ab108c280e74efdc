"""The ranges are held against the scoring itself: nothing lies outside, and the ends are reached."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procscore.checks.lint.attainable import Attainable, Range, added
from procscore.model.scores import Grades
from support.values import attempt, price, sheet

SHEETS = {
    "marks": "criteria: [{id: a, points: 30, score: {method: marks, to: 5, step: 1}}, {id: b, points: 20}]",
    "grades, rounded": """
        scales: {five: {A: 100%, B: 80%, C: 60%, D: 40%, E: 20%}}
        criteria:
          - {id: g, score: {method: grades, scale: five}, criteria: [{id: a, points: 33}, {id: b, points: 7}]}
        panel: {round: {places: 0, mode: up}}
    """,
    "marks below zero": "criteria: [{id: a, points: 10, score: {method: marks, from: -3, step: 1}}, {id: b, points: 5}]",
    "less than the full mark": "criteria: [{id: a, points: 50, score: {method: marks, to: 5, allowed: [4, 3, 1]}}]",
    "rounded totals": """
        criteria:
          - {id: g, criteria: [{id: a, points: 7, score: {method: marks, step: 0.3, from: 1}}, {id: b, points: 4}]}
        panel: {over: totals, round: {places: 0, mode: down}}
    """,
    "a median of totals": """
        criteria:
          - {id: a, points: 7, score: {method: marks, from: 1}}
          - {id: g, criteria: [{id: b, points: 4, score: {method: marks, from: 2}}]}
        panel: {over: totals, aggregate: median}
    """,
    "two panels over totals": """
        panels: {staff: {name: 職員, aggregate: median, over: totals}}
        panel: {name: 委員, over: totals, round: {places: 0, mode: up}}
        criteria:
          - id: g
            criteria:
              - {id: h, panel: staff, criteria: [{id: a, points: 7, score: {method: marks, from: 0.5}}, {id: b, points: 3}]}
              - {id: c, points: 5, score: {method: marks, from: 0.5}}
    """,
    "two panels that mark in one group": """
        panels: {staff: {name: 職員, over: totals, round: {places: 0, mode: down}}}
        panel: {name: 委員, over: totals, round: {places: 0, mode: up}}
        criteria:
          - id: g
            criteria:
              - id: h
                criteria:
                  - {id: a, panel: staff, points: 7, score: {method: marks, from: 0.7}}
                  - {id: b, panel: staff, points: 3, score: {method: marks, from: 0.7}}
                  - {id: c, points: 4, score: {method: marks, from: 0.5}}
              - {id: d, points: 5, score: {method: marks, from: 0.7}}
    """,
    "rescaled": """
        criteria:
          - {id: g, points: 60, rescale: {formula: points * raw / of, round: {places: 0, mode: half-up}}, criteria: [{id: a, points: 7, score: {method: marks, from: 1}}, {id: b, points: 2}]}
    """,
    "rescaled by a part": """
        criteria:
          - {id: g, points: 40, rescale: {formula: "clamp(4 * a + 10, 12, 38)"}, criteria: [{id: a, points: 7}, {id: b, points: 3}]}
    """,
    "floored": """
        criteria:
          - {id: a, points: 10, score: {method: marks, from: -5}, rescale: {formula: "max(0, raw)"}}
    """,
    "by secretariat, on a condition": """
        criteria:
          - {id: a, points: 10}
          - {id: b, points: 10, requires: {criterion: a, at_least: 60%}, score: {method: marks, from: 4, by: secretariat, round: {places: 0, mode: half-even}}}
    """,
}


def marks_of(criteria, leaf):
    """Return the marks that may be given for a leaf, a hundred steps where any number may be."""
    if isinstance(leaf.score, Grades):
        return sorted(
            criteria.scales[leaf.score.scale],
            key=lambda each: criteria.grade_value(leaf.score.scale, each),
        )
    low, high = leaf.score.range(leaf.points)
    if leaf.score.allowed:
        return sorted(leaf.score.allowed)
    step = leaf.score.step or (high - low) / 100
    return [low + number * step for number in range(int((high - low) / step) + 1)]


def given_marks(criteria, pick):
    """Return an entry of one vendor whose marks `pick` chooses out of those that may be given."""
    entry = {"total": 1}
    for leaf in criteria.leaves:
        count = 1 if leaf.marked_by == "secretariat" else 3
        chosen = [pick(marks_of(criteria, leaf)) for _ in range(count)]
        entry[leaf.id] = chosen[0] if count == 1 else chosen
    return entry


def points_of(criteria, pick):
    """Return the points of every criterion, and of the total (None)."""
    result, problems = attempt(criteria, {"A": given_marks(criteria, pick)})
    assert result is not None, [each.message for each in problems]
    (vendor,) = result.vendors
    return {**{each: vendor.points(each) for each in criteria.by_id}, None: vendor.points_in_all}


def ranges(criteria):
    found = Attainable(criteria)
    of = {each: found.of(criterion) for each, criterion in criteria.by_id.items()}
    return {**of, None: found.together(criteria.criteria)}


@pytest.mark.parametrize("name", SHEETS)
@settings(max_examples=40)
@given(st.data())
def test_no_points_lie_outside(name, data):
    criteria = sheet(SHEETS[name])
    found = points_of(criteria, lambda marks: data.draw(st.sampled_from(marks)))
    for each, (low, high) in ranges(criteria).items():
        assert low is None or low <= found[each] <= high, each


@pytest.mark.parametrize(
    "name", [each for each in SHEETS if each != "by secretariat, on a condition"]
)
def test_the_ends_are_reached(name):
    criteria = sheet(SHEETS[name])
    lowest = points_of(criteria, lambda marks: marks[0])
    highest = points_of(criteria, lambda marks: marks[-1])
    for each, found in ranges(criteria).items():
        assert found == Range(lowest[each], highest[each]), each


def test_what_is_withheld_can_be_nothing():
    criteria = sheet(SHEETS["by secretariat, on a condition"])
    assert ranges(criteria)["b"] == Range(Fraction(0), Fraction(10))


def test_prices_and_formulas_give_anything_up_to_their_points():
    criteria = sheet(f"""
        quantities: {{sites: {{}}}}
        criteria:
          - {price(40)}
          - {{id: record, points: 10, score: {{method: formula, formula: "min(points, sites)"}}}}
    """)
    assert ranges(criteria)[None] == Range(Fraction(0), Fraction(50))


def test_who_fails_a_check_that_excludes_does_not_count():
    criteria = sheet("""
        criteria:
          - {id: basic, points: 15, score: {method: check, fail: exclude}}
          - {id: bonus, points: 5, score: {method: check, fail: points}}
    """)
    assert ranges(criteria)[None] == Range(Fraction(15), Fraction(20))


def test_a_formula_that_cannot_be_told_goes_from_nothing_to_its_points():
    relative = "{id: g, points: 60, rescale: {formula: points * raw / best}, criteria: [{id: a, points: 7}]}"
    assert ranges(sheet(f"criteria: [{relative}]"))["g"] == Range(Fraction(0), Fraction(60))
    below = relative.replace("points: 7", "points: 7, score: {method: marks, from: -1}")
    assert ranges(sheet(f"criteria: [{below}]"))["g"] == Range(None, Fraction(60))


def test_points_below_zero_are_an_error_where_no_mark_is():
    criteria = sheet("criteria: [{id: a, points: 8, rescale: {formula: raw - 2}}]")
    assert ranges(criteria)["a"] == Range(Fraction(0), Fraction(6))


def test_rounding_a_sum_can_move_each_share_by_less_than_a_unit():
    criteria = sheet("""
        criteria: [{id: a, points: 10, score: {method: marks, from: 2}}]
        panel: {aggregate: sum, round: {places: 0, mode: down}}
    """)
    assert ranges(criteria)["a"] == Range(Fraction(1), Fraction(10))


def test_an_evaluators_own_points_are_not_rounded():
    criteria = sheet("""
        criteria: [{id: a, points: 10, score: {method: marks, from: 2.5}}]
        panel: {round: {places: 0, mode: up}}
    """)
    assert Attainable(criteria).of(criteria.by_id["a"]).low == 3
    assert Attainable(criteria, own=True).of(criteria.by_id["a"]).low == Fraction(5, 2)
    of_totals = criteria.model_copy(
        update={"panel": criteria.panel.model_copy(update={"over": "totals"})}
    )
    assert Attainable(of_totals).together(of_totals.criteria).low == 3
    assert Attainable(of_totals, own=True).together(of_totals.criteria).low == Fraction(5, 2)
    rounded = sheet(
        "criteria: [{id: a, points: 10, score: {method: marks, from: 2.5, round: {places: 0, mode: up}}}]"
    )
    assert Attainable(rounded).of(rounded.by_id["a"]).low == 3
    assert Attainable(rounded, own=True).of(rounded.by_id["a"]).low == Fraction(5, 2)


def test_a_sum_is_not_known_where_one_of_its_parts_is_not():
    assert added([Range(Fraction(1), Fraction(2)), Range(None, Fraction(3))]) == Range(
        None, Fraction(5)
    )
    assert added([]) == Range(Fraction(0), Fraction(0))
