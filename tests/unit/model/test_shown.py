from dataclasses import replace

import pytest

from procscore.diagnostics import Diagnostic, Location
from procscore.model import shown
from procscore.model.bids import InputFile
from support.values import evaluate, price, sheet

GROUPED = f"""
    criteria:
      - id: technical
        criteria: [{{id: plan, points: 40}}, {{id: staff, points: 20}}]
      - {price(40)}
"""
BID = {"plan": [30], "staff": [10], "total": 100}


def ids(criteria):
    return [each.id for each in criteria]


def test_a_top_criterion_stands_behind_its_groups():
    result = evaluate(sheet(GROUPED), {"A": BID})
    assert ids(shown.ranking_columns(result)) == ["plan", "staff", "technical", "price"]
    assert ids(shown.tops(result)) == ["technical", "price"]


def test_of_many_parts_only_groups_are_shown_and_no_part_alone():
    parts = ", ".join(f"{{id: p{number}, points: 1}}" for number in range(21))
    group = "{id: g, criteria: [{id: inner, points: 5}]}"
    criteria = sheet(f"criteria: [{{id: technical, criteria: [{parts}, {group}]}}]")
    marks = {f"p{number}": [1] for number in range(21)}
    result = evaluate(criteria, {"A": {**marks, "inner": [5]}})
    assert ids(shown.groups(result)) == ["g"]
    assert ids(shown.ranking_columns(result)) == ["g", "technical"]


def test_what_gives_no_points_is_not_beside_the_ranking_and_has_nothing_at_stake():
    criteria = sheet("criteria: [{id: must, score: {method: check}}, {id: plan, points: 10}]")
    result = evaluate(criteria, {"A": {"must": ["○"], "plan": [5]}})
    assert ids(shown.tops(result)) == ["plan"]
    assert shown.at_stake(result, "must") is None
    assert shown.at_stake(result, "plan") == 10


@pytest.mark.parametrize(
    ("ranking", "by_value"),
    [("{by: points}", False), ("{by: formula, formula: plan / 2}", True)],
)
def test_a_value_is_shown_where_it_is_not_the_total(ranking, by_value):
    criteria = sheet(f"criteria: [{{id: plan, points: 10}}]\nranking: {ranking}")
    assert shown.by_value(evaluate(criteria, {"A": {"plan": [5]}})) is by_value


def test_the_outline_counts_depth_from_the_top():
    depths = [(depth, each.id) for depth, each in shown.outline(sheet(GROUPED))]
    assert depths == [(0, "technical"), (1, "plan"), (1, "staff"), (0, "price")]


def test_a_mark_that_was_left_out_stands_in_brackets():
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        panel: {aggregate: trimmed-mean, trim: {highest: 1, lowest: 1}, over: totals}
    """)
    (each,) = evaluate(criteria, {"A": {"plan": [1, 5, 9]}}).vendors
    assert shown.mark_texts(each.score("plan")) == {"E1": "(1)", "E2": "5", "E3": "(9)"}
    assert shown.givers(each) == ("E1", "E2", "E3")


def test_what_was_agreed_on_stands_behind_the_evaluators_own_marks():
    criteria = sheet("criteria: [{id: plan, points: 10}]\npanel: {aggregate: consensus}")
    (each,) = evaluate(criteria, {"A": {"plan": {"合議": 7, "E1": 6, "E2": 8}}}).vendors
    assert shown.givers(each) == ("E1", "E2", "合議")
    assert shown.mark_texts(each.score("plan")) == {"合議": "7", "E1": "6", "E2": "8"}


def test_a_vendor_that_is_out_before_marks_is_not_scored():
    result = evaluate(sheet(GROUPED), {"A": BID, "B": {"total": 90, "status": "withdrawn"}})
    assert [shown.is_scored(each) for each in result.vendors] == [True, False]


def test_places_are_told_without_folders_also_within_a_message():
    files = (
        InputFile("/home/a/x/bids.xlsx", "x/bids.xlsx", "0"),
        InputFile("/home/a/y/bids.xlsx", "y/bids.xlsx", "1"),
    )
    result = replace(evaluate(sheet(GROUPED), {"A": BID}), inputs=files)
    one, other = (Location(each.path, "採点", 2, 3) for each in files)
    assert shown.place(result, one) == Location("x/bids.xlsx", "採点", 2, 3)
    assert shown.place(result, Location("/home/a/criteria.yaml")).file == "criteria.yaml"
    told = shown.named(result, Diagnostic("sheet-unknown", one, {"other": other, "text": "as is"}))
    assert told.where.file == "x/bids.xlsx"
    assert told.details == {"other": Location("y/bids.xlsx", "採点", 2, 3), "text": "as is"}
