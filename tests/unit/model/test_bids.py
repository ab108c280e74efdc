import dataclasses

from procscore.diagnostics import Location
from procscore.model.bids import Evaluator
from support.values import bids, sheet

SHEET = sheet("criteria: [{id: plan, points: 10}]")


def given(handed_in, vendor="A"):
    by_id = {each.id: each for each in handed_in.vendors}
    return [mark.evaluator for mark in handed_in.given(by_id[vendor], "plan")]


def test_everybody_marks_who_is_present_and_not_recused():
    assert given(bids(SHEET, {"A": {"plan": [1, 2, 3]}})) == ["E1", "E2", "E3"]


def test_marks_of_who_is_absent_do_not_count():
    assert given(bids(SHEET, {"A": {"plan": [1, 2, 3]}}, absent=["E2"])) == ["E1", "E3"]


def test_a_recused_evaluator_marks_only_the_other_vendors():
    handed_in = bids(SHEET, {"A": {"plan": [1, 2]}, "B": {"plan": [3, 4]}}, recused={"E1": ["A"]})
    assert given(handed_in, "A") == ["E2"]
    assert given(handed_in, "B") == ["E1", "E2"]


def test_a_criterion_that_nobody_marked_has_no_marks():
    handed_in = bids(SHEET, {"A": {}})
    assert handed_in.given(handed_in.vendors[0], "plan") == ()


PANELS = sheet("""
    panels: {staff: {}}
    criteria:
      - {id: demo, points: 10, panel: staff}
      - {id: plan, points: 10}
      - {id: record, points: 10, score: {method: marks, by: secretariat}}
""")


def ids(evaluators):
    return [each.id for each in evaluators]


def test_each_panel_has_its_own_evaluators():
    handed_in = bids(
        PANELS,
        {"A": {"demo": {"S": 1, "B": 2}, "plan": {"E": 3, "B": 4}}, "B": {}},
        recused={"S": ["B"]},
    )
    a, b = handed_in.vendors
    assert ids(handed_in.scoring(a, "staff")) == ["S", "B"]
    assert ids(handed_in.scoring(a)) == ["B", "E"]
    assert ids(handed_in.scoring(b, "staff")) == ["B"]


def test_marks_of_who_sits_on_another_panel_do_not_count():
    handed_in = bids(
        PANELS, {"A": {"demo": {"S": 1, "E": 2}, "plan": {"E": 3}}}, panels={"E": [None]}
    )
    marks = handed_in.given(handed_in.vendors[0], "demo", "staff")
    assert [mark.evaluator for mark in marks] == ["S"]


def test_what_a_criterion_rests_on_are_its_marks_whoever_gives_them():
    handed_in = bids(
        PANELS, {"A": {"demo": [1, None], "plan": [3], "record": None}}, absent=["staff1"]
    )
    (a,) = handed_in.vendors
    assert [mark.value for mark in handed_in.owed(a, "demo", "staff")] == [None]
    assert [mark.value for mark in handed_in.owed(a, "record", None)] == [None]
    assert [mark.value for mark in handed_in.owed(a, "plan", None)] == [3]


def test_an_agreed_mark_stands_for_those_that_were_left_blank():
    agreed = sheet("criteria: [{id: plan, points: 10}]\npanel: {aggregate: consensus}")
    handed_in = bids(agreed, {"A": {"plan": {"合議": 7, "E1": None}}})
    (a,) = handed_in.vendors
    assert [mark.value for mark in handed_in.owed(a, "plan", None)] == [7]


def test_a_place_of_a_vendor_is_its_cell_or_its_row():
    (a,) = bids(SHEET, {"A": {"lot": "7"}}).vendors
    assert a.place("lot").cell == "T2"
    assert dataclasses.replace(a, cells={}).place("lot") == a.where


def test_a_place_of_an_evaluator_is_its_cell_or_its_row():
    place = Location("bids.xlsx", "審査委員", 2, 1)
    each = Evaluator("E1", "E1", place, cells={"name": Location("bids.xlsx", "審査委員", 2, 2)})
    assert (each.place("name").cell, each.place("role").cell) == ("B2", "A2")
