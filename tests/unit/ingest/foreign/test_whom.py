"""Whom a sheet is of as a whole, and who is on the panel where no sheet says so."""

import pytest

from procscore.diagnostics import Problems
from procscore.ingest.foreign import whom
from procscore.ingest.foreign.claims import Claim
from procscore.ingest.foreign.meaning import Names
from support import foreign
from support.foreign import Drawn

LAYOUT = """\
procscore-layout: 1
marks: C3:D4
vendor: {row: 2}
criterion: {column: A}
evaluator: {cell: A1}
"""
CELLS = {"A1": "山田 太郎", "C2": "A社", "A3": "aim", "C3": 8, "D3": 7}


def _claim(layout, cells=None, named=None):
    return Claim(Drawn({**CELLS, **(cells or {})}), foreign.layout(layout), named or {})


def _fixed(claim):
    problems = Problems()
    names = Names(claim.layout, foreign.criteria(), foreign.task(), foreign.panel())
    found = whom.fixed(claim, names, problems)
    told = [(each.code, str(each.where)) for each in problems]
    return found and {dimension: meant.id for dimension, meant in found.items()}, told


def test_a_cell_tells_it():
    assert _fixed(_claim(LAYOUT)) == ({"evaluator": "委員1"}, [])


def test_a_name_of_the_layout_tells_it():
    layout = LAYOUT.replace("{cell: A1}", "{name: 委員2}")
    assert _fixed(_claim(layout)) == ({"evaluator": "委員2"}, [])


def test_the_names_of_file_and_sheet_tell_it():
    layout = LAYOUT.replace("evaluator: {cell: A1}", "sheets: <evaluator>")
    assert _fixed(_claim(layout, named={"evaluator": "委員3"})) == ({"evaluator": "委員3"}, [])


@pytest.mark.parametrize(
    ("layout", "cells", "told"),
    [
        (LAYOUT, {"A1": "山田 次郎"}, ("evaluator-unknown", "採点表.xlsx [表] A1")),
        (LAYOUT, {"A1": ""}, ("layout-cell-blank", "採点表.xlsx [表] A1")),
        (
            LAYOUT.replace("A1}", "A1, like: 氏名：<evaluator>}"),
            {},
            ("layout-heading-unknown", "採点表.xlsx [表] A1"),
        ),
        (
            LAYOUT.replace("{cell: A1}", "{name: 委員9}"),
            {},
            ("evaluator-unknown", "layout.yaml:5:19"),
        ),
        (
            LAYOUT.replace("vendor: {row: 2}", "vendor: {cell: C2}"),
            {"C2": "Ｄ社"},
            ("vendor-unknown", "採点表.xlsx [表] C2"),
        ),
        (
            LAYOUT.replace("{column: A}", "{cell: A3}"),
            {"A3": "何か"},
            ("layout-item-unknown", "採点表.xlsx [表] A3"),
        ),
    ],
)
def test_what_is_nobody_is_told_where_it_stands(layout, cells, told):
    assert _fixed(_claim(layout, cells)) == (None, [told])


def test_a_name_that_is_not_like_the_layout_says_is_told_with_what_it_should_be():
    problems = Problems()
    claim = _claim(LAYOUT.replace("A1}", "A1, like: 氏名：<evaluator>}"))
    names = Names(claim.layout, foreign.criteria(), foreign.task(), foreign.panel())
    whom.fixed(claim, names, problems)
    (told,) = problems
    assert told.message == "“山田 太郎” is no evaluator. It is not like “氏名：<evaluator>”."


def _panel(claim):
    return [(each.id, each.where.cell) for each in whom.evaluators(claim)]


def test_the_panel_is_who_is_named_by_the_sheet_or_by_headings():
    assert _panel(_claim(LAYOUT)) == [("山田 太郎", "A1")]
    assert _panel(_claim(LAYOUT.replace("A1}", "A1, like: 山田<evaluator>}"))) == [("太郎", "A1")]
    across = LAYOUT.replace("vendor: {row: 2}", "vendor: {cell: A1}").replace(
        "evaluator: {cell: A1}", "evaluator: {row: 2}"
    )
    cells = {"C2": "山田", "D2": "平均"}
    assert _panel(_claim(across, cells)) == [("山田", "C2")]
    assert _panel(_claim(across + "skip: 山田\n", {"C2": "山 田", "D2": "佐藤"})) == [
        ("佐藤", "D2")
    ]


def test_nobody_is_on_the_panel_by_a_sheet_without_marks():
    assert _panel(Claim(Drawn({"A1": "山田"}), foreign.layout(LAYOUT))) == []
    assert _panel(_claim(LAYOUT, {"A1": "集計"})) == []
