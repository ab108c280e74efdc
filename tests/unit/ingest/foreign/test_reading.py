"""A foreign sheet cell by cell: every mark is somebody's, and what is nobody's is told."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Problems
from procscore.ingest.foreign.claims import Claim
from procscore.ingest.foreign.meaning import Names
from procscore.ingest.foreign.reading import read
from support import foreign
from support.books import Formula
from support.foreign import Drawn

LAYOUT = """\
procscore-layout: 1
marks: C3:F9
vendor: {row: 2}
criterion: {column: A}
evaluator: {cell: A1}
"""
CELLS = {
    "A1": "委員1",
    "C2": "A社",
    "D2": "B社",
    "A3": "aim",
    "A4": "issues",
    "C3": 8,
    "D3": 7,
    "C4": 15,
    "D4": 14,
}


def _read(cells=None, merged=(), layout=LAYOUT, criteria=foreign.CRITERIA, **options):
    values = {
        each: value for each, value in {**CELLS, **(cells or {})}.items() if value is not None
    }
    file = foreign.layout(layout)
    task = foreign.task(criteria)
    names = Names(file.layout, task.criteria, task, foreign.panel())
    problems = Problems()
    found = read(Claim(Drawn(values, tuple(merged), **options), file), names, problems)
    return found, [(each.code, each.where.cell) for each in problems]


def _marks(found):
    return {place[1:]: mark.value for place, mark in found.marks.items()}


def test_marks_are_read_with_their_cells():
    found, told = _read()
    assert told == []
    assert _marks(found) == {
        ("A社", "aim"): 8,
        ("B社", "aim"): 7,
        ("A社", "issues"): 15,
        ("B社", "issues"): 14,
    }
    mark = found.marks["委員1", "B社", "issues"]
    assert (mark.evaluator, mark.where.cell, mark.written) == ("委員1", "D4", "14")


def test_a_blank_cell_is_a_mark_without_a_value():
    found, told = _read({"D4": None})
    assert told == []
    assert _marks(found)["B社", "issues"] is None


def test_a_cell_that_is_no_mark_is_refused():
    found, told = _read({"D4": "十四"})
    assert told == [("cell-not-a-number", "D4")]
    assert found.refused == {("委員1", "B社", "issues")}


def test_it_does_not_matter_which_way_round_the_sheet_is():
    layout = LAYOUT.replace("vendor: {row: 2}", "vendor: {column: B}").replace(
        "criterion: {column: A}", "criterion: {row: 2}"
    )
    cells = {"A3": None, "A4": None, "C2": "aim", "D2": "issues", "B3": "A社", "B4": "B社"}
    found, told = _read({**cells, "C4": 7, "D3": 15}, layout=layout)
    assert told == []
    assert _marks(found) == _marks(_read()[0])


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"D2": "Ｂ商事"}, ("layout-heading-unknown", "D2")),
        ({"A4": "何か"}, ("layout-item-unknown", "A4")),
        ({"D2": None}, ("layout-heading-missing", "D3")),
        ({"E3": 4}, ("layout-heading-missing", "E3")),
        ({"A4": None}, ("layout-heading-missing", "C4")),
        ({"A4": "aim"}, ("layout-marks-doubled", "C4")),
        ({"D2": "㈱アルファ"}, ("layout-marks-doubled", "D3")),
        ({"A4": "価格点"}, ("criterion-not-marked-here", "A4")),
        ({"A1": None}, ("layout-cell-blank", "A1")),
        ({"A1": "誰か"}, ("evaluator-unknown", "A1")),
        ({"A4": "目的の理解（5点）"}, ("points-differ", "A4")),
    ],
)
def test_what_is_nobody_s_is_told(cells, told):
    found, all_told = _read(cells)
    assert told in all_told
    assert not found.complete or told[0] in ("criterion-not-marked-here", "points-differ")


@pytest.mark.parametrize(
    "cells",
    [
        {"E2": "Ｄ社", "A5": "何か"},
        {"A5": "価格点"},
        {"A5": "業務の理解"},
        {"E2": "平均", "E3": 7.5, "E4": 14.5},
        {"A5": "順位", "C5": 1, "D5": 2},
        {"A5": "小計", "C5": 23, "D5": 21},
        {"F2": "備考", "F3": "良い"},
        {"G3": "欄外"},
        {"A3": "目的の理解\n（10点）"},
    ],
)
def test_what_is_empty_or_plainly_beside_the_marks_is_passed_over(cells):
    found, told = _read(cells)
    assert told == []
    assert _marks(found) == _marks(_read()[0])


def _stated(found):
    return [(each.vendor, each.criterion, each.value, each.where.cell) for each in found.stated]


def test_the_sum_behind_all_criteria_is_kept_to_be_compared():
    found, _ = _read({"A5": "合計", "C5": Formula("=C3+C4", 23), "D5": 22})
    assert _stated(found) == [("A社", None, 23, "C5"), ("B社", None, 22, "D5")]


@pytest.mark.parametrize(
    ("more", "layout"),
    [
        ({"A4": "合計", "A6": "issues", "C6": 15, "D6": 14}, LAYOUT),
        ({"A5": "地域貢献", "C5": 3, "D5": 3, "A6": "合計", "C6": 26}, LAYOUT + "skip: 地域貢献\n"),
        ({"A5": "価格点", "C5": 3, "A6": "合計", "C6": 26}, LAYOUT),
    ],
)
def test_a_sum_that_may_be_of_something_else_is_not(more, layout):
    assert _stated(_read(more, layout=layout)[0]) == []


def test_of_several_sums_the_first_behind_all_criteria_is_taken():
    found, _ = _read({"A5": "合計", "C5": 23, "A6": "総合計", "C6": 99})
    assert _stated(found) == [("A社", None, 23, "C5")]


def test_the_sum_of_a_group_is_kept_with_the_group():
    layout = LAYOUT.replace("{column: A}", "{column: [A, B]}")
    cells = {"A3": "業務の理解", "B3": "(1)", "A4": None, "B4": "(2)", "B5": "小計", "C5": 23}
    found, told = _read(cells, ["A3:A5"], layout)
    assert told == []
    assert _stated(found) == [("A社", "understanding", 23, "C5")]


def test_words_in_the_row_of_a_group_are_told():
    assert _read({"A5": "業務の理解", "C5": "優"})[1] == [("criterion-not-marked-here", "A5")]


def test_one_mark_in_two_rows_of_one_item_is_one_mark():
    cells = {"A4": None, "A5": "issues", "C4": None, "D4": None, "C5": 15, "D5": 14}
    found, told = _read({**cells, "B4": "視点"}, ["A3:A4", "C3:C4", "D3:D4"])
    assert told == []
    assert _marks(found) == _marks(_read()[0])


@pytest.mark.parametrize(
    ("merged", "blank", "where"),
    [("C3:D3", "D3", "C3"), ("C3:C4", "C4", "C3"), ("D4:E4", None, "D4"), ("C3:C60", "C4", "C3")],
)
def test_one_mark_for_several_is_refused(merged, blank, where):
    found, told = _read({blank: None, "E2": "C社"} if blank else {"E2": "C社"}, [merged])
    assert ("cell-merged", where) in told
    assert found.refused


def test_a_mark_and_a_blank_of_one_item_are_one_mark():
    cells = {"A4": None, "A5": "issues", "C4": None, "D4": None, "C5": 15, "D5": 14, "B4": "視点"}
    found, told = _read(cells, ["A3:A4"])
    assert (told, _marks(found)) == ([], _marks(_read()[0]))


def test_a_blank_and_a_mark_of_one_item_are_one_mark_too():
    cells = {"A4": None, "A5": "issues", "C3": None, "C4": 8, "D4": None, "C5": 15, "D5": 14}
    found, told = _read(cells, ["A3:A4"])
    assert (told, _marks(found)) == ([], _marks(_read()[0]))


def test_what_is_left_under_a_merged_mark_is_not_read():
    cells = {"A4": None, "A5": "issues", "C4": 99, "D4": None, "C5": 15, "D5": 14}
    found, told = _read(cells, ["A3:A4", "C3:C4"])
    assert (told, _marks(found)) == ([], _marks(_read()[0]))


def test_a_mark_that_is_merged_with_what_is_no_mark_is_refused():
    found, told = _read({"F2": "C社", "F3": 6, "F4": 9}, ["F3:G3"])
    assert told == [("cell-merged", "F3")]
    assert found.refused == {("委員1", "C社", "aim")}


def test_a_form_may_show_the_highest_mark_of_a_weighted_criterion():
    weighted = foreign.CRITERIA.replace(
        "{id: aim, name: 目的の理解, points: 10}",
        "{id: aim, name: 目的の理解, points: 10, weight: 2, score: {method: marks, to: 5}}",
    )
    for points, told in ((5, []), (10, []), (2, [("points-differ", "A3")])):
        cells = {"A3": f"目的の理解（{points}点）", "C3": 4, "D3": 3}
        assert _read(cells, criteria=weighted)[1] == told


def test_a_hidden_sheet_is_read_and_told():
    found, told = _read(hidden=True)
    assert (told, len(found.marks)) == ([("sheet-hidden", None)], 4)


def test_points_beside_the_criteria_are_compared():
    layout = LAYOUT + "points: B\n"
    assert _read({"B3": 10, "B4": "20点"}, layout=layout)[1] == []
    assert _read({"B3": "配点", "B4": 25}, layout=layout)[1] == [("points-differ", "B4")]


def test_only_the_cells_of_the_ranges_are_read():
    layout = LAYOUT.replace("C3:F9", "[C3:C4, E3:E4]")
    cells = {"D2": "所見", "D3": "良い", "D4": None, "E2": "B社", "E3": 7, "E4": 14}
    found, told = _read(cells, layout=layout)
    assert (told, _marks(found)) == ([], _marks(_read()[0]))


def test_a_sheet_without_anything_there_is_told_and_owes_nothing():
    for cells in ({each: None for each in CELLS if each != "A1"}, dict.fromkeys(CELLS)):
        found, told = _read({**cells, "H20": "記入要領"})
        assert told == [("layout-finds-nothing", None)]
        assert (found.marks, found.complete) == ({}, True)


def test_a_form_that_nobody_used_is_told():
    used = dict.fromkeys(("A1", "C3", "D3", "C4", "D4"))
    total = {"A5": "合計", "C5": Formula("=SUM(C3:C4)", 0)}
    assert _read({**used, **total})[1] == [("layout-finds-nothing", None)]


def test_a_summary_that_a_cell_names_is_not_read():
    found, told = _read({"A1": "集計"})
    assert (found.marks, told) == ({}, [("sheet-not-read", None)])


def test_a_vendor_that_is_spelt_otherwise_is_noted():
    assert _read({"C2": "(株)アルファ"})[1] == [("name-spelt-otherwise", "C2")]


def test_a_sheet_as_large_as_any_is_read_by_what_stands_in_it():
    layout = LAYOUT.replace("C3:F9", "C3:XFD1048576")
    found, told = _read({"A1048576": "design", "C1048576": 9, "D1048576": 8}, layout=layout)
    assert told == []
    assert _marks(found)["B社", "design"] == Fraction(8)
