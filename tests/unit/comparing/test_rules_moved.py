"""Rules that moved, told by where they stand."""

from dataclasses import replace

import pytest

from procscore.comparing.rules_moved import rules
from procscore.model.changes_told import lead
from support import books, changes
from support.values import evaluate, sheet

MINIMUMS = (
    "ceiling: exclude",
    "ceiling: exclude, minimums: [{criterion: technical, at_least: 60%}]",
)


def moved(folder, *replacements):
    other = changes.changed(books.CRITERIA, *replacements)
    return changes.between(folder, criteria=(books.CRITERIA, other))


@pytest.mark.parametrize(
    ("replacement", "what", "old", "new", "by"),
    [
        (
            ("places: 2, mode: half-up}}\npanel", "places: 1, mode: half-up}}\npanel"),
            "criteria › 価格点 › how it is scored › rounding › decimal places",
            "2",
            "1",
            -1,
        ),
        (
            ("aggregate: mean", "aggregate: median"),
            "panel › aggregation",
            "mean",
            "median",
            None,
        ),
        (
            ("ties: [{higher: technical}, {lower: total}, lot]", "ties: [{lower: total}, lot]"),
            "ranking › ties",
            "the higher 技術点, the lower 提案価格, lot",
            "the lower 提案価格, lot",
            None,
        ),
        (MINIMUMS, "eligibility › minimums", None, "criterion 技術点, at least 60%", None),
        (("winners: 1", "winners: 2"), "award › preferred bidders", "1", "2", 1),
        (
            ("tax: excluded", "tax: included"),
            "amounts › 提案価格 › tax",
            "excluded",
            "included",
            None,
        ),
    ],
)
def test_one_rule_is_one_change(tmp_path, replacement, what, old, new, by):
    found = moved(tmp_path, replacement)
    assert changes.told(found) == [("rule", "", what, "", old, new)]
    assert found.changes[0].by == by


def test_a_number_written_otherwise_is_no_other_rule(tmp_path):
    found = moved(tmp_path, ("step: 0.5", "step: 0.50"), ("winners: 1", 'winners: "1"'))
    assert found.changes == ()
    assert [str(each) for each in lead(found)] == [
        "Nothing that was handed in and no rule differs.",
        "The criteria sheet is written otherwise and says the same.",
    ]


def test_criteria_are_matched_by_id_wherever_they_stand(tmp_path):
    lines = [line for line in books.CRITERIA.splitlines(keepends=True) if "id: plan" in line]
    found = moved(tmp_path, (lines[0], ""), ("points: 20}\n", f"points: 20}}\n{lines[0]}"))
    assert changes.told(found) == [
        (
            "rule",
            "",
            "Order of the criteria",
            "",
            "技術点, 実施計画, 実施体制, 価格点",
            "技術点, 実施体制, 実施計画, 価格点",
        )
    ]


def test_a_criterion_that_came_is_one_change(tmp_path):
    more = "id: staff, name: 実施体制, points: 20}"
    split = (
        more.replace("20", "15")
        + "\n      - {id: sworn, name: 誓約, points: 5, score: {method: check, by: secretariat}}"
    )
    other = changes.changed(books.CRITERIA, (more, split))
    fewer = {"C3": 15, "D3": 15, "F3": 15}
    secretariat = {"ID": "sworn", "審査項目": "誓約", "配点": 5, "A社": "○", "B社": "○", "C社": "○"}
    rows = (secretariat.keys(), secretariat.values())
    sworn = {
        f"{letter}{number}": value
        for number, row in enumerate(rows, start=1)
        for letter, value in zip("ABCDEF", row, strict=True)
    }
    cells = {"採点_委員1": fewer, "採点_委員2": fewer, "事務局": sworn}
    found = changes.between(tmp_path, cells, criteria=(books.CRITERIA, other))
    rows = [row for row in changes.told(found) if row[0] == "rule"]
    assert [row[2:3] + row[4:] for row in rows] == [
        ("criteria › 実施体制 › points", "20", "15"),
        (
            "criteria › 誓約",
            None,
            "name 誓約, points 5, how it is scored (method check, by secretariat), group 技術点",
        ),
    ]
    assert all(row[2] != "誓約" for row in changes.told(found))


def test_a_group_that_is_called_otherwise_is_one_change_and_one_that_moved_another(tmp_path):
    found = moved(tmp_path / "renamed", ("name: 技術点", "name: 技術評価"))
    assert changes.told(found) == [
        ("rule", "", "criteria › 技術評価 › name", "", "技術点", "技術評価")
    ]
    line = "      - {id: staff, name: 実施体制, points: 20}\n"
    out = "  - {id: staff, name: 実施体制, points: 20, score: {method: marks, step: 0.5}}\n"
    away = (("points: 60", "points: 40"), (line, out))
    rows = changes.told(moved(tmp_path / "moved", *away))
    assert ("rule", "", "criteria › 実施体制 › group", "", "技術点", None) in rows


def written(old, new):
    """Return the rules that moved between two sheets as they are written; nothing else of them counts."""
    result = evaluate(sheet("criteria: [{id: plan, points: 10}]"), {"A": {"plan": [5]}})
    found = rules(replace(result, document=old), replace(result, document=new))
    return [(str(e.what), *(side and str(side.text) for side in (e.old, e.new))) for e in found]


def test_stages_are_matched_by_id():
    first, second = ({"id": each, "name": each, "criteria": [each]} for each in ("one", "two"))
    gated = {**second, "gate": {"top": "2"}}
    assert written({"stages": [first, second]}, {"stages": [gated]}) == [
        ("stages › two › who goes on", None, "top 2"),
        ("stages › one", "id one, name one, criteria one", None),
    ]


def test_minimums_and_assumptions_are_told_one_by_one():
    kept, gone = {"criterion": "plan", "at_least": "60%"}, {"excluding": "price", "at_least": "50%"}
    old = {"eligibility": {"minimums": [gone, kept]}, "assumptions": ["a", "b"]}
    new = {"eligibility": {"minimums": [kept]}, "assumptions": ["b", "c"]}
    assert written(old, new) == [
        ("eligibility › minimums", "all but price, at least 50%", None),
        ("assumptions", "a", None),
        ("assumptions", None, "c"),
    ]


def test_an_order_that_means_something_is_told_as_a_whole():
    old, new = ({"ranking": {"ties": ties}} for ties in (["lot", "chair"], ["chair", "lot"]))
    assert written(old, new) == [("ranking › ties", "lot, chair", "chair, lot")]
