"""The 審査委員 sheet: who is on which panel, who is absent, who is recused, who chairs."""

import pytest

from procscore.diagnostics import Location, Problems
from procscore.ingest import gate, workbook
from procscore.ingest.layouts import evaluators
from procscore.model.bids import Vendor
from support import books
from support.values import sheet as criteria_sheet

VENDORS = tuple(
    Vendor(each, name, Location("b.xlsx"))
    for each, name in (("A社", "株式会社アルファ"), ("B社", "ベータ株式会社"))
)
HEADINGS = ["記号", "氏名", "出欠", "除斥"]
PLAIN = criteria_sheet("criteria: [{id: plan, points: 10}]")
PANELS = criteria_sheet("""
    criteria:
      - {id: plan, points: 10}
      - {id: cost, points: 10, panel: office}
      - {id: tech, points: 10, panel: experts}
    panels: {office: {name: 事務職員}, experts: {}}
    panel: {name: 選定委員会}
""")


def _read(tmp_path, *rows, headings=HEADINGS, criteria=PLAIN):
    problems = Problems()
    path = books.save(tmp_path / "b.xlsx", {"審査委員": [headings, *rows]})
    (sheet,) = workbook.read(gate.open_workbook(path, "b.xlsx", problems), "b.xlsx", problems)
    found = evaluators.read(sheet, criteria, VENDORS, problems)
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


def test_every_column_gives_the_cell_of_what_it_says(tmp_path):
    found, _ = _read(tmp_path, ["甲", "福井"], headings=[*HEADINGS, "審査班", "役割"])
    assert {what: where.cell for what, where in found[0].cells.items()} == {
        "name": "B2",
        "attendance": "C2",
        "recused": "D2",
        "panel": "E2",
        "role": "F2",
    }
    (few,), _ = _read(tmp_path, ["甲", "福井"], headings=["記号", "氏名"])
    assert (list(few.cells), few.place("attendance").cell) == (["name"], "A2")


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


def _panels(tmp_path, *written, heading="審査班", criteria=PANELS):
    rows = [[f"委員{number}", word] for number, word in enumerate(written)]
    found, told = _read(tmp_path, *rows, headings=["記号", heading], criteria=criteria)
    return [each.panels for each in found], told


@pytest.mark.parametrize("heading", ["審査班", "担当", "panel", "Panel"])
def test_panels_are_known_by_id_or_name(tmp_path, heading):
    panels, told = _panels(tmp_path, "office", "事務 職員", "ＥＸＰＥＲＴＳ", heading=heading)
    assert panels == [{"office"}, {"office"}, {"experts"}]
    assert told == []


@pytest.mark.parametrize("separator", ["、", ",", "，", ";", "\n"])
def test_an_evaluator_may_sit_on_several_panels(tmp_path, separator):
    panels, told = _panels(tmp_path, f"事務職員{separator}選定委員会")
    assert panels == [{"office", None}]
    assert told == []


def test_who_is_assigned_to_no_panel_sits_on_the_sheet_s_own(tmp_path):
    assert _panels(tmp_path, None, "選定委員会")[0] == [{None}, {None}]
    assert _read(tmp_path, ["甲"], criteria=PANELS)[0][0].panels == {None}


def test_a_panel_that_the_sheet_does_not_have_is_refused_with_what_was_meant(tmp_path):
    path = books.save(tmp_path / "b.xlsx", {"審査委員": [["記号", "審査班"], ["甲", "事務職"]]})
    problems = Problems()
    (sheet,) = workbook.read(gate.open_workbook(path, "b.xlsx", problems), "b.xlsx", problems)
    evaluators.read(sheet, PANELS, VENDORS, problems)
    (told,) = problems
    assert (told.code, told.where.cell) == ("panel-unknown", "B2")
    assert str(told.details["suggestion"]) == "Did you mean “事務職員”?"


def test_one_unknown_panel_of_several_does_not_lose_the_others(tmp_path):
    panels, told = _panels(tmp_path, "office、監査")
    assert panels == [{"office"}]
    assert told == [("panel-unknown", "B2")]


def test_where_there_is_one_panel_the_column_is_a_note_of_who_does_what(tmp_path):
    panels, told = _panels(tmp_path, "会計", heading="担当", criteria=PLAIN)
    assert panels == [{None}]
    assert told == []


@pytest.mark.parametrize(
    ("written", "chairs"),
    [
        ("委員長", True),
        ("会長", True),
        ("Chair", True),
        ("委員", False),
        ("副委員長", False),
        ("member", False),
        (None, False),
    ],
)
def test_who_chairs_is_read_in_both_languages(tmp_path, written, chairs):
    found, told = _read(tmp_path, ["甲", written], headings=["記号", "役割"])
    assert found[0].chair is chairs
    assert told == []


def test_without_a_column_of_roles_nobody_chairs(tmp_path):
    assert not _read(tmp_path, ["甲"])[0][0].chair


CHAIRED = criteria_sheet("""
    criteria:
      - {id: plan, points: 10}
      - {id: isms, score: {method: check, votes: majority, even: chair}}
""")


def test_another_word_for_a_role_is_refused_where_the_chair_decides(tmp_path):
    found, told = _read(tmp_path, ["甲", "議長"], headings=["id", "role"], criteria=CHAIRED)
    assert told == [("role-unknown", "B2")]
    assert not found[0].chair


def test_where_no_chair_decides_the_column_is_a_note_of_who_is_who(tmp_path):
    found, told = _read(tmp_path, ["甲", "学識経験者"], headings=["id", "役割"])
    assert told == []
    assert not found[0].chair
