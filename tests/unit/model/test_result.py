import dataclasses

import pytest

from procscore.model.bids import Status
from procscore.model.result import Award, Tie
from support.values import evaluate, price, sheet

SHEET = sheet(f"""
    criteria:
      - {{id: technical, criteria: [{{id: plan, points: 40}}, {{id: staff, points: 20}}]}}
      - {price(40)}
""")
BIDS = {
    "A": {"plan": [20], "staff": [10], "total": 100},
    "B": {"status": "withdrawn"},
    "C": {"plan": [40], "staff": [20], "total": 200},
    "D": {"plan": [20], "staff": [10], "total": 100},
}
RESULT = evaluate(SHEET, BIDS)


def test_the_ranked_stand_first_to_last_and_equals_in_the_order_of_the_workbook():
    assert [each.vendor.id for each in RESULT.ranked] == ["C", "A", "D"]


def test_who_is_out_stays_in_the_result_with_its_status():
    assert [(each.vendor.id, each.status) for each in RESULT.excluded] == [("B", Status.WITHDRAWN)]


def test_a_vendor_is_found_by_its_id():
    assert RESULT.vendor("C").points_in_all == 80
    with pytest.raises(KeyError):
        RESULT.vendor("Z")


def test_a_score_is_found_by_its_criterion_at_any_depth():
    assert RESULT.vendor("A").points("staff") == 10
    assert RESULT.vendor("A").points("technical") == 30
    with pytest.raises(KeyError):
        RESULT.vendor("A").score("nothing")


def test_walking_gives_a_group_before_its_parts():
    walked = [score.criterion for score in RESULT.vendor("A").walk()]
    assert walked == ["technical", "plan", "staff", "price"]


def test_the_points_at_stake_are_those_of_the_top_criteria():
    assert RESULT.vendor("A").of == 100


def test_points_of_who_was_never_scored_are_not_zero_but_unknown():
    assert RESULT.vendor("B").points("plan") is None
    assert RESULT.vendor("B").points_in_all is None
    assert RESULT.vendor("B").compared is None


def test_nobody_is_chosen_when_there_is_neither_winner_nor_reserve_nor_a_question():
    assert Award((), (), ()).none
    assert not Award((), (), ("A", "B")).none
    assert not Award(("A",), (), ()).none


def test_a_tie_is_resolved_when_every_vendor_has_a_place_of_its_own():
    tie = Tie(RESULT.vendor("A").points_in_all, ("A", "B"), (), (("B",), ("A",)))
    assert tie.resolved
    assert not dataclasses.replace(tie, order=(("A", "B"),)).resolved


def test_a_stage_that_ranks_otherwise_says_how_the_result_was_ranked():
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}]
        stages:
          - {id: one, name: 一次, criteria: [a], gate: {top: 1}}
          - {id: two, name: 二次, criteria: [b], carry_over: false, ranking: {by: rank-sum}}
    """)
    staged = evaluate(criteria, {"A": {"a": [1], "b": [1]}})
    assert staged.ranking is criteria.stages[1].ranking
    assert RESULT.ranking is SHEET.ranking
    assert (staged.of("a"), staged.of_total) == (10, 10)
    assert (RESULT.of("plan"), RESULT.of_total) == (40, 100)


def test_of_whom_the_points_at_stake_are_told_is_ranked_if_anybody_is():
    """With a sum they hang on how many evaluators marked: nobody marked B."""
    criteria = sheet("criteria: [{id: plan, points: 10}]\npanel: {aggregate: sum}")
    result = evaluate(
        criteria,
        {"B": {"status": "invalid"}, "A": {"plan": {"E1": 1, "E2": 2}}},
        recused={"E2": ["B"]},
    )
    assert (result.of("plan"), result.of_total) == (20, 20)
