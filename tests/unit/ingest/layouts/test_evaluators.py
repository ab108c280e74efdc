"""The 審査委員 sheet: who is on the panel, who is absent, who is recused."""

import pytest

from procscore.diagnostics import Location, Problems
from procscore.ingest import gate, workbook
from procscore.ingest.layouts import evaluators
from procscore.model.bids import Vendor
from support import books

VENDORS = tuple(
    Vendor(each, name, Location("b.xlsx"))
    for each, name in (("A社", "株式会社アルファ"), ("B社", "ベータ株式会社"))
)
HEADINGS = ["記号", "氏名", "出欠", "除斥"]


def _read(tmp_path, *rows, headings=HEADINGS):
    problems = Problems()
    path = books.save(tmp_path / "b.xlsx", {"審査委員": [headings, *rows]})
    (sheet,) = workbook.read(gate.open_workbook(path, "b.xlsx", problems), "b.xlsx", problems)
    found = evaluators.read(sheet, VENDORS, problems)
    return found, [(each.code, each.where.cell) for each in problems]


def test_evaluators_stand_in_the_order_of_the_sheet(tmp_path):
    found, told = _read(tmp_path, ["乙", "坂井", "出席"], ["甲", "福井", None])
    assert [(each.id, each.name, each.present) for each in found] == [
        ("乙", "坂井", True),
        ("甲", "福井", True),
    ]
    assert told == []


def test_an_id_is_enough(tmp_path):
    found, told = _read(tmp_path, ["甲"], headings=["id"])
    assert [(each.id, each.name, each.present, each.recused) for each in found] == [
        ("甲", "甲", True, frozenset())
    ]
    assert told == []


@pytest.mark.parametrize(
    ("written", "present"),
    [("出席", True), ("代理出席", True), ("Present", True), ("欠席", False), ("ABSENT", False)],
)
def test_attendance_is_read_in_both_languages(tmp_path, written, present):
    found, told = _read(tmp_path, ["甲", None, written])
    assert found[0].present is present
    assert told == []


def test_another_word_for_attendance_is_refused(tmp_path):
    assert _read(tmp_path, ["甲", None, "遅刻"])[1] == [("attendance-unknown", "C2")]


@pytest.mark.parametrize("separator", ["、", ",", "，", ";", "\n", " 、"])
def test_several_vendors_may_be_recused_by_id_or_name(tmp_path, separator):
    found, told = _read(tmp_path, ["甲", None, None, f"A社{separator}ベータ㈱"])
    assert found[0].recused == {"A社", "B社"}
    assert told == []


def test_a_recusal_for_nobody_is_refused(tmp_path):
    assert _read(tmp_path, ["甲", None, None, "A社、Z社"])[1] == [("vendor-unknown", "D2")]


@pytest.mark.parametrize("second", ["甲１", " 甲1 "])
def test_an_evaluator_that_stands_twice_is_refused(tmp_path, second):
    found, told = _read(tmp_path, ["甲1"], [second])
    assert len(found) == 1
    assert told == [("evaluator-doubled", "A3")]


def test_two_evaluators_may_have_one_name(tmp_path):
    found, told = _read(tmp_path, ["甲", "田中"], ["乙", "田中"])
    assert len(found) == 2
    assert told == []


def test_a_row_without_an_id_is_told(tmp_path):
    assert _read(tmp_path, ["甲"], [None, "田中"])[1] == [("cells-not-read", "B3")]
