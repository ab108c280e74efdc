"""The shape of a sheet: of forms that are filled in, of empty ones, and of those on their side."""

import pytest

from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.ingest.foreign.guess import guess
from procscore.ingest.foreign.view import View
from procscore.ingest.layout_file import written
from support import foreign
from support.foreign import Drawn

ALL = Acquaintance(foreign.criteria(), foreign.vendors(), foreign.panel())
NOBODY = Acquaintance(None, (), ())


def _drawn(form):
    return Drawn(
        {**form.cells, **{each.partition(":")[0]: v for each, v in form.merged.items()}},
        tuple(form.merged),
    )


def _shape(sheet, known=ALL):
    found = guess(sheet, known)
    if found is None:
        return None
    ranges = [written(each) for each in found.blocks(View(sheet, turned=found.turned))]
    return ranges, dict(found.above), dict(found.beside), found.criterion, found.under


@pytest.mark.parametrize(
    ("build", "name", "shape"),
    [
        (foreign.by_evaluator, "採点表1", (["F7:H16"], {"vendor": 6}, {}, (2,), "technical")),
        (foreign.by_vendor, "A社", (["C5:E11"], {"evaluator": 4}, {}, (2,), None)),
        (
            foreign.together,
            "採点集計",
            (["D6:N12"], {"evaluator": 5, "vendor": 4}, {}, (1, 2), None),
        ),
    ],
)
def test_the_three_shapes_filled_in_and_empty(build, name, shape):
    form = build()[name]
    assert _shape(_drawn(form)) == shape
    for place, value in form.cells.items():
        if not isinstance(value, str) and not place.startswith("E"):
            form.cells[place] = None
    form.cells = {place: value for place, value in form.cells.items() if value is not None}
    assert _shape(_drawn(form)) == shape


ON_ITS_SIDE = Drawn(
    {
        "B1": "目的の理解",
        "C1": "課題の把握",
        "D1": "画面設計",
        "A2": "A社",
        "A3": "B社",
        "B2": 8,
        "C2": 15,
        "D2": 12,
        "B3": 7,
    }
)


def test_a_sheet_with_vendors_down_and_criteria_across():
    found = guess(ON_ITS_SIDE, ALL)
    assert found.turned
    assert _shape(ON_ITS_SIDE) == (["B2:D3"], {"vendor": 1}, {}, (1,), None)


FLAT = """
procscore: 1
id: flat
title: 平らな審査基準書
points: 80
criteria:
""" + "".join(f"  - {{id: c{n}, name: 項目{n}の内容, points: 10}}\n" for n in range(1, 9))


def test_marks_that_look_like_item_numbers_do_not_turn_a_sheet():
    known = Acquaintance(foreign.criteria(FLAT), foreign.vendors(), ())
    cells = {f"A{row + 2}": f"項目{row}の内容" for row in range(1, 9)}
    marks = {f"{column}{row + 2}": row + n for n, column in enumerate("BC") for row in range(1, 9)}
    found = guess(Drawn({"B2": "A社", "C2": "B社", **cells, **marks}), known)
    assert (found.turned, found.known) == (False, 8)


def test_vendors_and_criteria_may_both_stand_before_the_marks():
    cells = {"C1": "山田 太郎", "D1": "佐藤 花子"}
    for row, (vendor, item) in enumerate(
        ((v, i) for v in ("A社", "B社") for i in ("目的の理解", "課題の把握")), start=2
    ):
        cells |= {f"A{row}": vendor, f"B{row}": item, f"C{row}": 5, f"D{row}": 6}
    assert _shape(Drawn(cells)) == (["C2:D5"], {"evaluator": 1}, {"vendor": 1}, (2,), None)
    assert guess(Drawn(cells), ALL).known == 2


def test_one_column_of_marks_is_known_by_its_heading():
    cells = {"A1": "評価項目", "B1": "配点", "C1": "評点", "D1": "所見"}
    for row, each in enumerate(foreign.MARKS, start=2):
        cells |= {f"A{row}": foreign.NAMES[each], f"B{row}": foreign.POINTS[each]}
    sheet = Drawn({**cells, "C2": 8, "D2": "良い"})
    assert _shape(sheet) == (["C2:C7"], {}, {}, (1,), None)
    assert guess(sheet, ALL).points == 2


def test_columns_of_words_between_the_marks_are_left_out():
    cells = {"B1": "A社", "C1": "所見", "D1": "B社", "A2": "目的の理解", "A3": "課題の把握"}
    cells |= {"B2": 8, "C2": "良い", "D2": 7, "B3": 15, "C3": "普通", "D3": 14}
    assert _shape(Drawn(cells))[0] == ["B2:D3"], "所見 is known to hold no marks"
    assert _shape(Drawn({**cells, "C1": "理由"}))[0] == ["B2:B3", "D2:D3"]


def test_headings_of_nobody_are_told_as_such():
    form = foreign.by_vendor()["A社"]
    found = guess(_drawn(form), Acquaintance(foreign.criteria(), (), ()))
    assert (found.above, found.unnamed, found.across) == ((), 4, (3, 4, 5))


def test_means_below_a_merged_heading_are_no_marks():
    known = Acquaintance(foreign.criteria(), foreign.vendors(), ())
    found = guess(_drawn(foreign.together()["採点集計"]), known)
    assert (found.across, found.unnamed) == ((4, 5, 6, 8, 9, 10, 12, 13, 14), 5)


def test_without_anything_given_looks_decide():
    assert _shape(_drawn(foreign.by_evaluator()["採点表1"]), NOBODY)[:2] == (
        ["F7:H16"],
        {"vendor": 6},
    )
    assert _shape(_drawn(foreign.by_vendor()["A社"]), NOBODY)[:2] == (["C5:E11"], {})


@pytest.mark.parametrize(
    "cells",
    [
        {"A1": "記入要領", "A3": "各項目を配点の範囲で採点してください。"},
        {"A1": "A社", "A2": "B社"},
        {"A1": 1},
        {},
    ],
)
def test_a_sheet_without_marks_has_no_shape(cells):
    assert guess(Drawn(cells), ALL) is None
