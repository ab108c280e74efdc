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
