import pytest

from procscore.model.told import panel_sentences, result_word, tie_sentences
from support.values import evaluate, price, sheet

FLAT = "criteria: [{id: plan, points: 10}, {id: staff, points: 10}]\n"


def panel(rules, marks, text=FLAT, **handed_in):
    result = evaluate(sheet(f"{text}panel: {rules}"), marks, **handed_in)
    return [str(each) for each in panel_sentences(result)]


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("{aggregate: mean}", "the mean of 3 evaluators, criterion by criterion, not rounded"),
        ("{aggregate: median}", "the median of 3 evaluators"),
        ("{aggregate: sum}", "the sum of 3 evaluators"),
        (
            "{aggregate: trimmed-mean, over: totals, trim: {highest: 1, lowest: 1}}",
            "3 evaluators without the 1 highest and the 1 lowest, over each evaluator's total",
        ),
    ],
)
def test_it_is_told_how_the_panel_was_aggregated(rules, told):
    (first, *_) = panel(rules, {"A": {"plan": [1, 2, 3], "staff": [1, 2, 3]}})
    assert told in first


def test_it_is_told_how_the_panel_is_rounded():
    (first,) = panel("{round: {places: 2, mode: down}}", {"A": {"plan": [1], "staff": [1]}})
    assert "cut down to 2 decimal places" in first


def test_an_absent_evaluator_is_named_and_not_counted():
    marks = {"A": {"plan": [1, 2], "staff": [1, 2]}}
    first, absent = panel("{aggregate: mean}", marks, evaluators=["E1", "E2", "E3"], absent=["E3"])
    assert "2 evaluators" in first
    assert "E3" in absent


def test_a_recused_evaluator_is_named_with_how_many_are_left():
    marks = {
        "A": {"plan": {"E2": 1}, "staff": {"E2": 1}},
        "B": {"plan": {"E1": 1, "E2": 1}, "staff": {"E1": 1, "E2": 1}},
    }
    _, recused = panel("{aggregate: mean}", marks, recused={"E1": ["A"]})
    assert "For A, 1 evaluators" in recused
    assert "E1" in recused


def test_nothing_is_told_of_a_panel_that_marks_nothing():
    criteria = sheet(f"criteria: [{price(40)}]")
    assert list(panel_sentences(evaluate(criteria, {"A": {"total": 1}}))) == []


# Totals 10, 0, 10 have the median 10; the criteria's medians are 0 and 0.
APART = {"plan": [10, 0, 0], "staff": [0, 0, 10]}


def test_a_group_whose_parts_do_not_add_up_is_named():
    text = "criteria: [{id: g, name: 技術点, criteria: [{id: plan, points: 10}, {id: staff, points: 10}]}]\n"
    told = panel("{aggregate: median, over: totals}", {"A": APART}, text)
    assert any("技術点" in each and "need not add up" in each for each in told)


def test_a_total_whose_criteria_do_not_add_up_is_told_as_well():
    told = panel("{aggregate: median, over: totals}", {"A": APART})
    assert any("need not add up" in each for each in told)


def test_nothing_is_said_where_the_parts_add_up():
    marks = {"A": {"plan": [1, 2, 3], "staff": [1, 2, 3]}}
    assert len(panel("{aggregate: median, over: totals}", marks)) == 1


TIED = {"A": {"plan": [5], "lot": "078"}, "B": {"plan": [5], "lot": "9"}, "C": {"plan": [1]}}


def ranking(ties, vendors):
    return evaluate(
        sheet(f"""
            criteria: [{{id: plan, points: 10}}]
            ranking: {{ties: {ties}}}
        """),
        vendors,
    )


def test_a_tie_is_told_step_by_step():
    result = ranking("[lot]", TIED)
    (tie,) = result.ties
    arose, lot = (str(each) for each in tie_sentences(result, tie))
    assert "A, B have exactly the same value, 5." in arose
    assert "A 078, B 9" in lot
    assert "B > A" in lot


def test_what_stays_tied_is_said_to_be_for_the_committee():
    result = ranking("[committee]", TIED)
    (tie,) = result.ties
    told = [str(each) for each in tie_sentences(result, tie)]
    assert told[-1] == "Still tied: A = B. The committee has to decide."
    assert len(told) == 2


def test_each_vendor_is_told_what_it_is():
    result = ranking("[lot]", TIED)
    words = [str(result_word(result, each)) for each in result.ranked]
    assert words == ["preferred", "reserve", ""]
    undecided = ranking("[committee]", TIED)
    words = [str(result_word(undecided, each)) for each in undecided.ranked]
    assert words == ["tied", "tied", ""]
