"""Bids under other weights as JSON."""

import json

from procscore.comparing.crossing import cross
from procscore.export.crossing_json import export
from support.comparisons import given
from support.values import evaluate, sheet

OWN = """
    criteria:
      - {id: plan, points: 50, topic: schedule}
      - {id: price, points: 50, score: {method: price, amount: total, formula: lowest-ratio}}
"""
BIDS = {
    "A": {"plan": [20], "total": 100},
    "B": {"plan": [40], "total": 150},
    "C": {"plan": [50], "total": 99, "status": "withdrawn", "reason": "人手不足"},
}
OTHER = """
    criteria:
      - {id: who, points: 100, topic: training}
      - {id: own, name: 独自, points: 50}
      - {id: sum, points: 50, topic: total-price}
"""
CONTENT = json.loads(export(cross(evaluate(sheet(OWN), BIDS), [given("b", OTHER)])))


def test_it_is_no_award_and_says_so():
    assert CONTENT["procscore"] == "crossing/1"
    assert CONTENT["award"] is None
    assert CONTENT["notice"].startswith("This is a comparison, not an award")


def test_the_evaluation_is_the_reference():
    evaluated = CONTENT["evaluated"]
    assert (evaluated["by"], evaluated["of"], evaluated["criteria"]["id"]) == (
        "points",
        "100",
        "test",
    )
    assert evaluated["vendors"] == [
        {"id": "B", "name": "B", "rank": "1", "points": "220/3"},
        {"id": "A", "name": "A", "rank": "2", "points": "70"},
    ]
    (out,) = evaluated["not_ranked"]
    assert (out["id"], out["status"], out["exclusions"][0]["rule"]) == ("C", "withdrawn", "status")


def test_what_was_reached_and_what_became_of_it_is_exact():
    assert CONTENT["reached"][1] == {
        "topic": "total-price",
        "item": None,
        "vendors": {"B": "2/3", "A": "1"},
    }
    (weighed,) = CONTENT["weighed"]
    assert (weighed["sheet"], weighed["of"]) == ("b", "50")
    assert weighed["vendors"] == {
        "B": {"points": "100/3", "rank": "2", "moved": True},
        "A": {"points": "50", "rank": "1", "moved": True},
    }


def test_what_has_no_marks_is_listed():
    assert CONTENT["weighed"][0]["without_marks"] == [
        {"topic": "training", "item": None, "points": "100", "share": "0.5"},
        {"topic": None, "item": "独自", "points": "50", "share": "0.25"},
    ]
