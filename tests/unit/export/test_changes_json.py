"""What moved as JSON."""

import json
from dataclasses import replace

from procscore.comparing.results import compare
from procscore.export import changes_json
from procscore.model.changes import Given
from support import changes, stages
from support.values import evaluate, sheet

CELLS = {"採点_委員1": {"D2": 38, "G1": "A社 所見", "G2": "説明を聞き直した"}}


def test_every_change_and_every_figure_is_there_in_numbers(tmp_path):
    found = json.loads(changes_json.export(changes.between(tmp_path, CELLS)))
    assert found["procscore"] == "changes/1"
    assert (found["comparable"], found["award_moved"]) == (True, True)
    assert (found["old"]["award"]["winners"], found["new"]["award"]["winners"]) == (
        ["B社"],
        ["A社"],
    )
    assert found["changes"] == [
        {
            "kind": "mark",
            "what": "実施計画",
            "vendor": "A社",
            "evaluator": "委員1",
            "criterion": "plan",
            "old": {
                "text": "36",
                "value": "36",
                "comment": "",
                "cell": {"file": "bids.xlsx", "sheet": "採点_委員1", "cell": "D2"},
            },
            "new": {
                "text": "38",
                "value": "38",
                "comment": "説明を聞き直した",
                "cell": {"file": "bids.xlsx", "sheet": "採点_委員1", "cell": "D2"},
            },
            "by": "2",
            "own_points": None,
            "reason": "説明を聞き直した",
            "unexplained": False,
        }
    ]
    assert found["moved"][2] == {
        "figure": "total",
        "vendor": "A社",
        "criterion": None,
        "stage": None,
        "what": "Total",
        "old": "84.75",
        "new": "85.75",
        "by": "1",
    }


def test_no_folder_of_this_machine_stands_in_it(tmp_path):
    assert str(tmp_path) not in changes_json.export(changes.between(tmp_path, CELLS)).decode()


def test_a_mark_without_a_reason_says_so(tmp_path):
    found = json.loads(changes_json.export(changes.between(tmp_path, {"採点_委員1": {"D2": 38}})))
    assert [each["unexplained"] for each in found["changes"]] == [True]


def test_it_says_how_both_were_given(tmp_path):
    found = changes.between(tmp_path, CELLS)
    other = tuple(replace(each, name="other.xlsx") for each in found.old.inputs)
    given = Given("before", "folder", other), Given("r.json", "result", found.new.inputs)
    told = json.loads(changes_json.export(replace(found, given=given)))
    assert [told[each]["inputs"][0]["file"] for each in ("old", "new")] == [
        "other.xlsx",
        "bids.xlsx",
    ]
    assert told["old"]["given"] == {"name": "before", "kind": "folder"}
    assert told["new"]["given"] == {"name": "r.json", "kind": "result"}
    unknown = json.loads(changes_json.export(found))
    assert (unknown["old"]["given"], unknown["new"]["given"]) == (None, None)


def test_an_agreed_mark_stands_with_the_points_by_the_own_marks():
    rules = sheet("""
        criteria: [{id: plan, points: 40}]
        panel: {consensus: overrides}
    """)
    old, new = (
        evaluate(rules, {"A": {"plan": {"合議": agreed, "E1": 20, "E2": 25}}})
        for agreed in (30, 31)
    )
    (change,) = json.loads(changes_json.export(compare(old, new)))["changes"]
    assert (change["kind"], change["by"], change["own_points"]) == ("agreed", "1", "22.5")


def test_what_moved_in_an_earlier_stage_is_told_with_its_id(tmp_path):
    # B's plan falls from 15.5 to 9.5: 17.5 of 30 in the first stage, still above C's 15.5.
    moved = {"採点_委員1": {"E2": 9}, "採点_委員2": {"E2": 10}}
    both = (stages.CRITERIA, stages.CRITERIA)
    found = json.loads(
        changes_json.export(changes.between(tmp_path, moved, criteria=both, sheets=stages.valid))
    )
    assert [
        (each["figure"], each["vendor"], each["old"], each["new"])
        for each in found["moved"]
        if each["stage"] == "first"
    ] == [("total", "B社", "23.5", "17.5")]
    assert found["passed_moved"] == []
