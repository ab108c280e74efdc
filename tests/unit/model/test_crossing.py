"""What a crossing is out of, and whether its reference compares points."""

import pytest

from procscore.comparing.crossing import cross
from support.comparisons import given
from support.values import evaluate, sheet

OWN = """
    criteria: [{id: a, points: 10, topic: schedule}]
    ranking: {by: %s}
"""
OTHER = "criteria: [{id: x, points: 30, topic: schedule}, {id: y, points: 10, topic: training}]"


@pytest.mark.parametrize(("by", "by_points"), [("points", True), ("rank-sum", False)])
def test_it_says_whether_the_own_sheet_compares_points(by, by_points):
    result = evaluate(sheet(OWN % by), {"A": {"a": [4]}, "B": {"a": [6]}})
    crossing = cross(result, [given("b", OTHER)])
    assert crossing.by_points is by_points
    assert [each.vendor.id for each in crossing.ranked] == ["B", "A"]


def test_points_are_out_of_what_has_marks():
    crossing = cross(evaluate(sheet(OWN % "points"), {"A": {"a": [4]}}), [given("b", OTHER)])
    assert crossing.weighings[0].of == 30
