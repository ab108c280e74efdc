"""The words of comparisons."""

import pytest

from procscore.comparing.crossing import cross
from procscore.model.comparison import Subject
from procscore.model.comparison_told import (
    difference,
    not_ranked,
    own_ranking,
    subject_word,
    topic_word,
)
from support.comparisons import CITY, TOWN, compared, given
from support.values import evaluate, sheet

OTHER_SCALE = CITY.replace("to: 5", "to: 10")


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ([CITY, TOWN], ["", "other weight, other scale", "only in b", "only in a", "other weight"]),
        ([CITY, OTHER_SCALE], ["", "other scale", "", ""]),
    ],
)
def test_how_an_item_differs(texts, told):
    comparison = compared(*texts)
    assert [str(difference(comparison, item)) for item in comparison.items] == told


def test_topics_have_names_and_their_absence_too():
    assert str(topic_word("training")) == "Training"
    assert str(topic_word(None)) == "no topic stated"
    assert str(subject_word(Subject("training"))) == "Training"
    assert str(subject_word(Subject(None, "x", "独自"))) == "“独自” (no topic stated)"


def test_who_is_out_is_told_with_every_reason():
    result = evaluate(
        sheet("criteria: [{id: a, points: 10}]"),
        {"A": {"a": [5]}, "B": {"name": "B株式会社", "status": "withdrawn", "reason": "人手不足"}},
    )
    (out,) = result.excluded
    told = str(not_ranked(out))
    assert told.startswith("B B株式会社: withdrawn.")
    assert "人手不足" in told


def test_a_reference_by_ranks_is_told_and_one_by_points_is_not():
    own = "criteria: [{id: a, points: 10}]\nranking: {by: %s}"
    bids = {"A": {"a": [5]}, "B": {"a": [6]}}
    by_ranks, by_points = (
        own_ranking(cross(evaluate(sheet(own % by), bids), [given("b", CITY)]))
        for by in ("rank-sum", "points")
    )
    assert by_points is None
    assert "sum of the ranks" in str(by_ranks)
