"""What a sheet gives its points for, and how its shares are to be read."""

import pytest

from procscore.comparing.weights import by_subject, compared, counted, in_order, subject
from procscore.model.comparison import Subject
from support.comparisons import CITY, given
from support.values import sheet, text


def cautions(written):
    return [str(each) for each in compared(given("a", written)).cautions]


def test_points_are_told_apart_by_what_is_about_money():
    found = compared(given("a", CITY))
    assert (found.label, text(found.points), text(found.technical), text(found.price)) == (
        "a",
        "100",
        "60",
        "40",
    )
    assert found.cautions == ()


def test_items_of_one_topic_are_added_up_in_the_order_of_the_vocabulary():
    weights = by_subject(
        sheet("""
        criteria:
          - {id: price, points: 20, score: {method: price, amount: total, formula: lowest-ratio}}
          - {id: manual, name: マニュアル, points: 30, topic: training}
          - {id: odd, name: 1. 独自, points: 10}
          - {id: course, name: 研修, points: 20, topic: training}
    """)
    )
    assert [
        (each.topic, each.name, text(weight.points), text(weight.share))
        for each, weight in weights.items()
    ] == [
        ("training", "", "50", "0.625"),
        ("total-price", "", "20", "0.25"),
        (None, "1. 独自", "10", "0.125"),
    ]


def test_an_item_without_a_topic_is_about_itself():
    one, other, named = (
        subject(sheet(f"criteria: [{{id: a, points: 5, {more}}}]").leaves[0])
        for more in ("name: ①独自", "name: 1. 独自", "name: 独自, topic: extra")
    )
    assert one == other
    assert named == Subject("extra")


def test_topics_come_in_their_order_and_the_rest_last():
    price, plan = Subject("total-price"), Subject("schedule")
    odd, even = Subject(None, "odd"), Subject(None, "even")
    assert in_order([odd, price, even, plan]) == [plan, price, odd, even]


def test_a_sheet_without_points_has_shares_of_nothing():
    written = "criteria: [{id: a, score: {method: check}, topic: security}]"
    assert {str(weight.share) for weight in by_subject(sheet(written)).values()} == {"0"}
    assert cautions(written) == ["It gives no points, so there are no shares."]


STAGES = """
    criteria: [{id: cost, points: 200, topic: total-price}, {id: plan, points: 300}]
    stages:
      - {id: first, name: first, criteria: [cost]}
      - {id: second, name: second, criteria: [plan], carry_over: %s}
"""


def test_a_stage_that_does_not_carry_over_is_left_out_and_told():
    (told,) = cautions(STAGES % "false")
    assert told.startswith("cost: judged in an earlier stage and not counted in the last;")
    assert told.endswith("300 points.")
    found = compared(given("a", STAGES % "false"))
    assert (text(found.points), text(found.price)) == ("300", "0")
    assert [leaf.id for leaf in counted(found.sheet)] == ["plan"]
    assert cautions(STAGES % "true") == []


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("by: formula, formula: plan / total", "It ranks by a formula"),
        ("by: rank-sum", "It ranks by the evaluators' own orders"),
    ],
)
def test_a_sheet_that_does_not_rank_by_points_says_so(rule, told):
    (caution,) = cautions(f"""
        criteria: [{{id: plan, points: 300}}]
        ranking: {{{rule}}}
    """)
    assert caution.startswith(told)


def test_a_converted_group_is_told():
    assert cautions("""
        criteria:
          - {id: a, points: 60, rescale: {formula: raw * 60%}, criteria: [{id: a1, points: 100}]}
          - {id: b, points: 10, rescale: {}, criteria: [{id: b1, points: 10}]}
          - {id: c, points: 10, rescale: {formula: points * raw / of}}
    """) == ["The points in “a” are converted; its items count in proportion."]


SUM = """
    criteria:
      - {id: plan, points: 60}
      - {id: price, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
    panel: {aggregate: sum%s}
"""


@pytest.mark.parametrize(
    ("shared", "count"), [("", 0), (", shared: each", 0), (", shared: once", 1)]
)
def test_a_sum_beside_points_that_are_given_once_has_no_shares_of_its_own(shared, count):
    told = cautions(SUM % shared)
    assert [each.partition(":")[0] for each in told] == [
        "Points are added up over the evaluators, others are given once"
    ] * count
