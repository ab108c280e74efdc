"""What moved as JSON."""

import json
from dataclasses import replace

from procscore.comparing.results import compare
from procscore.export import changes_json
from procscore.model.changes import Given
from support import changes
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
    given = Given("before", "folder"), Given("r.json", "result")
    told = json.loads(changes_json.export(replace(found, given=given)))
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
