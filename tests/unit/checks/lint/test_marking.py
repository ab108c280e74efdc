from fractions import Fraction

import pytest

from procscore.checks.lint import marking
from procscore.checks.lint.marking import RULES, panel_path, step_of, worth
from support.values import sheet

FIVE = "scales: {five: {A: 100%, B: 80%, C: 60%, D: 40%, E: 20%}, other: {a: 2, b: 1, c: 0}}"


def found(rule, criteria, rest=""):
    """Return what a rule says: the path and the details as text."""
    given = rule(sheet(f"{FIVE}\ncriteria: [{criteria}]\n{rest}"))
    return [
        (each.path, {name: str(value) for name, value in each.details.items()}) for each in given
    ]


def test_a_scale_without_zero_is_told_once_with_what_its_criteria_come_to():
    group = "{id: g, score: {method: grades, scale: five}, criteria: [{id: a, points: 200}, {id: b, points: 100}]}"
    assert found(marking.never_zero, f"{group}, {{id: c, points: 5}}") == [
        (
            ("scales", "five"),
            {"lowest": "E (20%)", "count": "2", "least": "60", "most": "300", "spread": "240"},
        )
    ]
    assert found(marking.never_zero, group.replace("five", "other")) == []


def test_marks_that_begin_above_zero_are_told_once():
    criteria = (
        "{id: a, points: 25, score: {method: marks, allowed: [25, 5]}}, "
        "{id: b, points: 10, score: {method: marks, from: 1, to: 5}}, "
        "{id: c, points: 10, score: {method: marks, from: 0}}"
    )
    assert found(marking.never_zero, criteria) == [
        (
            ("criteria", 0, "score", "allowed"),
            {"lowest": "5, 1", "count": "2", "least": "7", "most": "35", "spread": "28"},
        )
    ]


@pytest.mark.parametrize(
    ("score", "rest", "low", "high", "points", "places"),
    [
        ("method: marks, step: 0.5", "panel: {round: {places: 0, mode: half-up}}", "0.5", "1", "1", "1"),
        ("method: marks, step: 0.5", "panel: {round: {places: 0, mode: down}}", "0", "0.5", "0", "1"),
        ("method: marks, to: 5, step: 1, round: {places: 0, mode: up}", "", "1", "2", "1", "1"),
        ("method: marks, to: 3, allowed: [3, 2, 1]", "panel: {round: {places: 0, mode: half-up}}", "1", "2", "1", "1"),
        ("method: grades, scale: five, by: secretariat, round: {places: 0, mode: down}", "", "E", "D", "0", "1"),
    ],
)  # fmt: skip
def test_neighbouring_marks_that_count_the_same_are_told(score, rest, low, high, points, places):
    ((path, details),) = found(
        marking.lost_in_rounding, f"{{id: a, points: 2, score: {{{score}}}}}", rest
    )
    assert path == (("panel", "round") if rest else ("criteria", 0, "score", "round"))
    assert (details["low"], details["high"], details["points"]) == (low, high, points)
    assert (details["places"], details["criterion"], details["count"]) == (places, "a", "1")


@pytest.mark.parametrize(
    ("score", "rest"),
    [
        ("method: marks, step: 1", "panel: {round: {places: 0, mode: half-up}}"),
        ("method: marks, step: 0.5", "panel: {round: {places: 1, mode: half-up}}"),
        ("method: marks", "panel: {round: {places: 0, mode: half-up}}"),
        ("method: marks, step: 0.5", "panel: {aggregate: sum, round: {places: 0, mode: half-up}}"),
        ("method: marks, step: 0.5", "panel: {over: totals, round: {places: 0, mode: half-up}}"),
        (
            "method: marks, step: 0.5, round: {places: 0, mode: up}",
            "panel: {over: totals, aggregate: median}",
        ),
        ("method: marks, step: 0.5, by: secretariat", "panel: {round: {places: 0, mode: half-up}}"),
        ("method: grades, scale: other", "panel: {round: {places: 0, mode: half-up}}"),
    ],
)
def test_marks_that_count_differently_or_cannot_be_followed_are_not_told(score, rest):
    assert found(marking.lost_in_rounding, f"{{id: a, points: 20, score: {{{score}}}}}", rest) == []


def test_a_rounding_is_told_once_with_the_finest_step_that_it_loses():
    criteria = "{id: a, points: 9, score: {method: marks, step: 0.5}}, {id: b, points: 9, score: {method: marks, step: 0.05}}"
    ((_, details),) = found(
        marking.lost_in_rounding, criteria, "panel: {round: {places: 0, mode: up}}"
    )
    assert (details["count"], details["places"], details["mode"]) == ("2", "2", "up")


def test_a_rounding_of_a_panel_beside_the_own_is_told_where_it_stands():
    rest = "panels: {staff: {round: {places: 0, mode: down}}}"
    criteria = (
        "{id: a, panel: staff, points: 9, score: {method: marks, step: 0.5}}, {id: b, points: 9}"
    )
    ((path, _),) = found(marking.lost_in_rounding, criteria, rest)
    assert path == ("panels", "staff", "round")
    assert (panel_path(None), panel_path("staff")) == (("panel",), ("panels", "staff"))


def test_marks_that_differ_in_a_late_decimal_are_told_in_full():
    score = "method: marks, step: 0.00001, round: {places: 2, mode: half-up}"
    ((_, details),) = found(marking.lost_in_rounding, f"{{id: a, points: 9, score: {{{score}}}}}")
    assert (details["low"], details["high"]) == ("0", "0.00001")


def test_items_below_a_step_of_another_are_told_at_the_largest():
    graded = "{id: g, score: {method: grades, scale: five}, criteria: [{id: a, points: 100}, {id: b, points: 20}, {id: c, points: 25}]}"
    assert found(marking.too_small, f"{graded}, {{id: d, points: 19}}") == [
        (
            ("criteria", 0, "criteria", 0),
            {"criterion": "a", "step": "20", "items": "b (16), d (19)"},
        )
    ]


@pytest.mark.parametrize(
    "small",
    [
        "{id: b, points: 20}",
        "{id: b, points: 1, score: {method: marks, by: secretariat}}",
        "{id: b, points: 1, panel: staff}",
        "{id: b, points: 50, rescale: {formula: 50 * raw}, criteria: [{id: c, points: 1}]}",
        "{id: b, points: 1, rescale: {formula: raw}}",
    ],
)
def test_items_that_are_large_enough_or_not_comparable_are_not_told(small):
    large = "{id: a, points: 100, score: {method: grades, scale: five}}"
    staff = "panels: {staff: {}}" if "staff" in small else ""
    assert found(marking.too_small, f"{large}, {small}", staff) == []


def test_without_a_step_no_item_is_too_small():
    assert found(marking.too_small, "{id: a, points: 100}, {id: b, points: 1}") == []


@pytest.mark.parametrize(
    ("score", "step", "one"),
    [
        ("method: marks, to: 5, step: 0.5", 2, 4),
        ("method: marks, allowed: [5, 4, 3, 1, 0]", 4, 4),
        ("method: grades, scale: five", 4, 20),
        ("method: marks", None, 1),
        ("method: marks, allowed: [5]", None, 4),
    ],
)
def test_what_a_step_and_a_mark_of_one_are_worth(score, step, one):
    criteria = sheet(f"{FIVE}\ncriteria: [{{id: a, points: 20, score: {{{score}}}}}]")
    assert step_of(criteria, criteria.leaves[0]) == (None if step is None else Fraction(step))
    assert worth(criteria.leaves[0]) == one


def test_all_rules_are_asked():
    assert (marking.never_zero, marking.lost_in_rounding, marking.too_small) == RULES
