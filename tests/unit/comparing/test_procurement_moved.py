"""Ceilings and other figures, and who sits on the panel."""

from dataclasses import replace

import pytest

from procscore.comparing.results import compare
from procscore.model.part import Part
from support import changes
from support.values import evaluate, price, sheet

RULES = sheet(f"criteria: [{{id: plan, points: 60}}, {price(40)}]")
BIDS = {
    "A": {"plan": {"E1": 50, "E2": 40}, "total": 100},
    "B": {"plan": {"E1": 4, "E2": 5}, "total": 9},
}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"ceilings": {"total": 150}}, ("figure", "", "Ceiling of “total”", "", None, "150")),
        ({"investigation": 5}, ("figure", "", "Investigation price", "", None, "5")),
        ({"estimate": 90}, ("figure", "", "Estimate", "", None, "90")),
        ({"chair": "E1"}, ("panel", "", "Role", "E1", "member", "chair")),
    ],
)
def test_one_entry_is_one_change(asked, expected):
    assert changes.told(compare(evaluate(RULES, BIDS), evaluate(RULES, BIDS, **asked))) == [
        expected
    ]


def test_attendance_recusals_and_who_came(tmp_path):
    gone = {"審査委員": {"C3": "欠席"}, "採点_委員2": {c + r: None for c in "DEF" for r in "23"}}
    found = changes.between(tmp_path / "absent", gone)
    assert changes.told(found) == [("panel", "", "Attendance", "委員2", "present", "absent")]
    assert found.changes[0].new.where.cell == "C3"
    recused = {"審査委員": {"D3": "A社"}, "採点_委員2": {"D2": None, "D3": None}}
    found = changes.between(tmp_path / "recused", recused)
    assert changes.told(found) == [("panel", "", "Recused for", "委員2", "nobody", "A社")]
    assert found.changes[0].old.where.cell == "D3"


def test_an_evaluator_who_came_is_one_change():
    more = {each: {**bid, "plan": {**bid["plan"], "E3": 6}} for each, bid in BIDS.items()}
    found = compare(evaluate(RULES, BIDS), evaluate(RULES, more))
    assert changes.told(found) == [("panel", "", "Evaluator", "E3", None, "E3")]


def test_what_was_evaluated_is_told():
    result = evaluate(RULES, BIDS)
    found = compare(replace(result, part=Part(technical_only=True)), result)
    assert changes.told(found) == [
        ("other", "", "Part that was evaluated", "", "before the prices are opened", "all of it")
    ]


def test_up_to_which_stage_was_evaluated_is_told_by_its_name():
    rules = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        stages:
          - {{id: first, name: 一次審査, criteria: [plan], gate: {{top: 2}}}}
          - {{id: second, name: 二次審査, criteria: [price]}}
    """)
    result = evaluate(rules, BIDS)
    found = compare(result, replace(result, part=Part(stage="first")))
    assert changes.told(found) == [
        ("other", "", "Part that was evaluated", "", "all of it", "up to stage “一次審査”")
    ]


@pytest.mark.parametrize(
    ("field", "word"),
    [("title", "Title of the procurement"), ("currency", "Currency"), ("opened", "Opened on")],
)
def test_what_the_procurement_is_called_is_told(field, word):
    old = evaluate(RULES, BIDS)
    new = replace(old, procurement=replace(old.procurement, **{field: "新"}))
    assert changes.told(compare(old, new)) == [("other", "", word, "", None, "新")]


def test_who_sits_on_which_panel_is_told_with_both_cells():
    old = evaluate(RULES, BIDS)
    first, *others = old.evaluators
    there = replace(first.where, row=9)
    moved = replace(first, panels=frozenset({None, "staff"}), where=there)
    found = compare(old, replace(old, evaluators=(moved, *others)))
    assert changes.told(found) == [
        ("panel", "", "Panels", "E1", "the sheet's own", "the sheet's own, staff")
    ]
    assert [side.where for side in (found.changes[0].old, found.changes[0].new)] == [
        first.where,
        there,
    ]
