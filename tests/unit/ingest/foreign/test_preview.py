"""What a shape reads of a sheet: names with their cells, and how many marks and blanks."""

from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.ingest.foreign.guess import guess
from procscore.ingest.foreign.preview import heads, preview
from procscore.ingest.foreign.view import View
from procscore.ingest.foreign.whose import Told
from support import foreign
from support.foreign import Drawn

ALL = Acquaintance(foreign.criteria(), foreign.vendors(), foreign.panel())
SHEET = Drawn(
    {
        "A1": "委員1",
        "B2": "A社",
        "C2": "B社",
        "D2": "Ｄ社",
        "A3": "目的の理解",
        "A4": "課題の解決",
        "A5": "画面設計",
        "A6": "合計",
        "B3": 8,
        "B4": 3,
        "C5": 7,
        "B6": 11,
    },
    merged=("B5:B5",),
)


def test_marks_are_counted_in_the_lines_that_are_known():
    shape = guess(SHEET, ALL)
    told = {"evaluator": Told("cell", sure=True, names=(("委員1", SHEET.where),))}
    found = preview(SHEET, shape, ALL, told, 0)
    assert (found.marks, found.blanks) == (2, 2)
    assert [(met.text, met.known) for met in found.evaluators] == [("委員1", "委員1")]
    assert [(met.where.cell, met.known) for met in found.vendors] == [("B2", "A社"), ("C2", "B社")]
    assert [(met.text, met.known) for met in found.criteria] == [
        ("目的の理解", "aim"),
        ("課題の解決", None),
        ("画面設計", "design"),
    ]


def test_what_is_not_sure_is_not_shown_as_read():
    shape = guess(SHEET, ALL)
    told = {"evaluator": Told("cell", sure=False, names=(("誰か", SHEET.where),))}
    assert preview(SHEET, shape, ALL, told, 0).evaluators == ()
    assert preview(SHEET, shape, ALL, {}, 0).evaluators == ()


def test_a_group_is_no_criterion_that_is_marked():
    sheet = Drawn({**SHEET.values, "A4": "業務の理解"})
    shape = guess(sheet, ALL)
    found = preview(sheet, shape, ALL, {}, 0)
    assert [met.known for met in found.criteria] == ["aim", "design"]


def test_the_rest_of_a_merged_mark_is_no_blank():
    values = {"B1": "A社", "C1": "B社", "A2": "目的の理解", "A4": "課題の把握", "D3": "視点"}
    sheet = Drawn({**values, "B2": 8, "C2": 7, "B4": 15, "C4": 14}, ("A2:A3", "B2:B3", "C2:C3"))
    found = preview(sheet, guess(sheet, ALL), ALL, {}, 0)
    assert (found.marks, found.blanks) == (4, 0)


def test_a_merged_mark_is_one():
    sheet = Drawn({**SHEET.values, "A4": "目的の理解"}, merged=("A3:A4", "B3:B4", "C3:C4"))
    del sheet.values["A4"], sheet.values["B4"]
    shape = guess(sheet, ALL)
    assert [each.line for each in heads(View(sheet), shape, ALL)] == [3, 5]
    assert preview(sheet, shape, ALL, {}, 0).marks == 2
