"""Bids under other weights, computed by hand."""

from fractions import Fraction

import pytest

from procscore.comparing.crossing import cross
from procscore.model.comparison import Subject
from support.comparisons import given
from support.values import evaluate, sheet, text

OWN = """
    criteria:
      - {id: plan, points: 50, topic: schedule}
      - {id: staff, points: 10, topic: organisation}
      - {id: price, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
    ranking: {equal_ranks: %s}
"""
BIDS = {
    "A": {"plan": [40], "staff": [10], "total": 100},
    "B": {"plan": [50], "staff": [5], "total": 125},
    "C": {"plan": [25], "staff": [10], "total": 100},
}
"""40 + 10 + 40 = 90, 50 + 5 + 32 = 87, 25 + 10 + 40 = 75."""
OTHER = """
    criteria:
      - {id: when, points: 60, topic: schedule}
      - {id: who, points: 20, topic: organisation}
      - {id: how, points: 20, topic: training}
"""
TYING = """
    criteria: [{id: who, points: 50, topic: organisation}, {id: sum, points: 50, topic: total-price}]
"""


def own(equal_ranks="competition", bids=BIDS):
    return evaluate(sheet(OWN % equal_ranks), bids)


def points(weighing):
    return {each: text(found.points) for each, found in weighing.vendors.items()}


def ranks(weighing):
    return {each: text(found.rank) for each, found in weighing.vendors.items()}


def moved(weighing):
    return [each for each, found in weighing.vendors.items() if found.moved]


def test_each_topic_is_a_share_of_the_points_that_were_reached():
    reached = cross(own(), [given("b", OTHER)]).reached
    assert {about.topic: dict(shares) for about, shares in reached.items()} == {
        "schedule": {"A": Fraction(4, 5), "B": 1, "C": Fraction(1, 2)},
        "organisation": {"A": 1, "B": Fraction(1, 2), "C": 1},
        "total-price": {"A": 1, "B": Fraction(4, 5), "C": 1},
    }


def test_shares_are_weighed_by_the_points_of_the_other_sheet():
    crossing = cross(own(), [given("b", OTHER)])
    (weighing,) = crossing.weighings
    assert points(weighing) == {"A": "68", "B": "70", "C": "50"}
    assert ranks(weighing) == {"A": "2", "B": "1", "C": "3"}
    assert moved(weighing) == ["A", "B"]


def test_a_topic_without_marks_is_told_and_in_no_sum():
    crossing = cross(own(), [given("b", OTHER), given("c", TYING)])
    weighing = crossing.weighings[0]
    assert text(weighing.of) == "80"
    assert {about.topic: text(weight.share) for about, weight in weighing.uncovered.items()} == {
        "training": "0.2"
    }
    assert crossing.without_marks == (Subject("training"),)
    assert crossing.weighings[1].uncovered == {}


def test_topics_without_marks_come_in_their_order_whichever_sheet_has_them():
    texts = [
        f"criteria: [{{id: x, points: 5, topic: {each}}}]" for each in ("training", "security")
    ]
    crossing = cross(own(), [given("b", texts[0]), given("c", texts[1])])
    assert crossing.without_marks == (Subject("security"), Subject("training"))


@pytest.mark.parametrize(
    ("equal_ranks", "expected"),
    [
        ("competition", {"A": "1", "B": "3", "C": "1"}),
        ("dense", {"A": "1", "B": "2", "C": "1"}),
        ("average", {"A": "1.5", "B": "3", "C": "1.5"}),
    ],
)
def test_equal_points_are_equal_ranks_as_the_own_sheet_counts_them(equal_ranks, expected):
    (weighing,) = cross(own(equal_ranks), [given("b", TYING)]).weighings
    assert points(weighing) == {"A": "100", "B": "65", "C": "100"}
    assert ranks(weighing) == expected


def test_the_own_sheet_gives_the_own_totals():
    (weighing,) = cross(own(), [given("own", OWN % "dense")]).weighings
    assert points(weighing) == {"A": "90", "B": "87", "C": "75"}
    assert moved(weighing) == []


def test_who_is_out_is_not_weighed():
    out = {**BIDS, "B": {**BIDS["B"], "status": "withdrawn", "reason": "人手不足"}}
    crossing = cross(own(bids=out), [given("b", OTHER)])
    assert list(points(crossing.weighings[0])) == ["A", "C"]
    assert [each.vendor.id for each in crossing.result.excluded] == ["B"]


def test_where_nobody_is_ranked_nothing_is_weighed():
    out = {each: {**bid, "status": "withdrawn", "reason": "-"} for each, bid in BIDS.items()}
    crossing = cross(own(bids=out), [given("b", OTHER)])
    assert (crossing.reached, crossing.weighings[0].vendors) == ({}, {})
    assert len(crossing.without_marks) == 3


def test_where_no_topic_has_marks_nobody_is_ranked():
    (weighing,) = cross(
        own(), [given("b", "criteria: [{id: x, points: 5, topic: training}]")]
    ).weighings
    assert (weighing.vendors, text(weighing.of)) == ({}, "0")


def test_items_without_a_topic_are_carried_by_their_names():
    result = evaluate(
        sheet("criteria: [{id: a, name: 1. 独自, points: 10}, {id: b, name: 研修, points: 10}]"),
        {"A": {"a": [5], "b": [10]}},
    )
    (weighing,) = cross(
        result,
        [
            given(
                "b", "criteria: [{id: x, name: ①独自, points: 40}, {id: y, name: 保守, points: 1}]"
            )
        ],
    ).weighings
    assert (points(weighing), text(weighing.of)) == ({"A": "20"}, "40")
    assert [about.name for about in weighing.uncovered] == ["保守"]


CONVERTED = """
    criteria:
      - id: quality
        points: 60
        rescale: {formula: '%s'}
        criteria:
          - {id: plan, points: 80, topic: schedule}
          - {id: staff, points: 20, topic: organisation}
      - {id: more, points: 40, topic: organisation}
"""
SCHEDULE = "criteria: [{id: x, points: 100, topic: schedule}]"
STAFF = "criteria: [{id: x, points: 100, topic: organisation}]"


def reached(result, topic):
    return dict(cross(result, [given("b", SCHEDULE)]).reached[Subject(topic)])


def test_converted_points_count_as_they_are_converted():
    result = evaluate(
        sheet(CONVERTED % "raw * 60%"), {"A": {"plan": [40], "staff": [10], "more": [40]}}
    )
    # organisation: 10 of 20 become 6 of 12, and 40 of 40 beside them
    assert reached(result, "organisation") == {"A": Fraction(46, 52)}
    assert reached(result, "schedule") == {"A": Fraction(1, 2)}


def test_points_that_hang_on_the_best_vendor_are_shared_out():
    result = evaluate(
        sheet(CONVERTED % "points * raw / best"),
        {
            "A": {"plan": [40], "staff": [10], "more": [0]},
            "B": {"plan": [20], "staff": [5], "more": [0]},
        },
    )
    # A has all 60 points for 50 of 100: each of its marks counts for 60/50
    assert reached(result, "schedule") == {"A": 1, "B": Fraction(1, 2)}


def test_a_floor_is_shared_out_by_weight():
    result = evaluate(
        sheet(CONVERTED % "max(30, raw * 60%)"), {"A": {"plan": [0], "staff": [0], "more": [0]}}
    )
    assert reached(result, "schedule") == {"A": Fraction(1, 2)}
    assert reached(result, "organisation") == {"A": Fraction(6, 52)}


def test_points_are_out_of_those_of_all_evaluators_where_they_are_added_up():
    result = evaluate(
        sheet((OWN % "dense") + "    panel: {aggregate: sum, shared: once}\n"),
        {"A": {"plan": [40, 20], "staff": [10, 5], "total": 100}},
    )
    assert reached(result, "schedule") == {"A": Fraction(60, 100)}
    assert reached(result, "total-price") == {"A": 1}


def test_a_median_of_totals_is_shared_out_over_the_criteria():
    result = evaluate(
        sheet((OWN % "dense") + "    panel: {aggregate: median, over: totals}\n"),
        {"A": {"plan": [50, 10, 20], "staff": [0, 10, 10], "total": 100}},
    )
    # the middle of 50, 20 and 30, where the medians of the criteria add up to 20 + 10
    assert result.vendor("A").points_in_all == 70
    (weighing,) = cross(result, [given("own", OWN % "dense")]).weighings
    assert points(weighing) == {"A": "70"}


def test_a_median_of_totals_leaves_what_others_gave_as_it_is():
    result = evaluate(
        sheet((OWN % "dense") + "    panel: {aggregate: median, over: totals}\n"),
        {
            "A": {"plan": [50, 10, 20], "staff": [0, 10, 10], "total": 100},
            "B": {"plan": [10, 10, 10], "staff": [5, 5, 5], "total": 125},
        },
    )
    reached = cross(result, []).reached
    # price points 40 and 32 of 40, whatever the medians do to what the evaluators marked
    assert dict(reached[Subject("total-price")]) == {"A": 1, "B": Fraction(4, 5)}
    assert dict(reached[Subject("schedule")]) == {"A": Fraction(2, 5), "B": Fraction(1, 5)}


STAGES = """
    criteria:
      - {id: talk, points: 10, topic: presentation}
      - {id: plan, points: 50, topic: schedule}
    stages:
      - {id: first, name: first, criteria: [talk], gate: {top: 1}}
      - {id: second, name: second, criteria: [plan], carry_over: false}
"""


def test_marks_of_a_stage_that_does_not_carry_over_are_marks_all_the_same():
    result = evaluate(sheet(STAGES), {"A": {"talk": [5], "plan": [50]}, "B": {"talk": [4]}})
    assert reached(result, "presentation") == {"A": Fraction(1, 2)}
    (weighing,) = cross(result, [given("own", STAGES)]).weighings
    assert points(weighing) == {"A": "50"}
