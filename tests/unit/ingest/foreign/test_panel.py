"""All foreign sheets together: what is missing is told once, and blank cells at their place."""

import pytest

from procscore import pipeline
from support import foreign


def _told(outcome):
    return [(each.code, each.where.sheet, each.where.cell) for each in outcome.diagnostics]


def _load(tmp_path, forms, layout, **options):
    return pipeline.load_bids(foreign.hand_in(tmp_path, forms, layout, **options))


def test_marks_are_those_of_procscore_s_own_sheets(tmp_path):
    for number, (build, layout) in enumerate(foreign.SHAPES.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        bids = _load(folder, build(), layout).result.bids
        assert {
            place: [(mark.evaluator, mark.value) for mark in marks]
            for place, marks in bids.marks.items()
        } == {
            (vendor, criterion): [
                (f"委員{number}", foreign.given(criterion, evaluator, vendor))
                for number, evaluator in enumerate(foreign.EVALUATORS, start=1)
            ]
            for vendor in foreign.VENDORS
            for criterion in foreign.MARKS
        }


def test_who_stands_in_the_sheets_is_the_panel_where_nothing_else_says_so(tmp_path):
    for number, (build, layout) in enumerate(foreign.SHAPES.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        sheets = foreign.head(evaluators=False)
        bids = _load(folder, build(), layout, sheets=sheets).result.bids
        assert [each.name for each in bids.evaluators] == list(foreign.EVALUATORS)


@pytest.mark.parametrize(("last", "cells"), [(7, ["D5", "D6", "D7"]), (11, ["D5"])])
def test_cells_that_an_evaluator_left_blank_are_told_and_many_of_them_as_one(tmp_path, last, cells):
    forms = foreign.by_vendor()
    forms["B社"].put(**{f"D{row}": None for row in range(5, last + 1)})
    told = _told(_load(tmp_path, forms, foreign.BY_VENDOR))
    code = "mark-blank" if len(cells) > 1 else "marks-blank"
    blank = [each for each in told if each[0] in ("mark-blank", "marks-blank")]
    assert blank == [(code, "B社", cell) for cell in cells]


def test_a_vendor_without_a_sheet_is_told_once_with_who_did_not_mark_it(tmp_path):
    forms = foreign.by_vendor()
    del forms["C社"]
    outcome = _load(tmp_path, forms, foreign.BY_VENDOR)
    (told,) = [each for each in outcome.diagnostics if each.code == "layout-vendor-missing"]
    assert told.message == (
        "No sheet that layout.yaml reads has a place for “ガンマ合同会社” in the marks of: "
        "山田 太郎, 佐藤 花子, 鈴木 一郎."
    )


def test_who_is_recused_or_out_needs_no_place(tmp_path):
    sheets = foreign.head()
    sheets["審査委員"][0].append("除斥")
    for row in sheets["審査委員"][1:]:
        row.append("C社")
    forms = foreign.by_vendor()
    del forms["C社"]
    codes = {each[0] for each in _told(_load(tmp_path, forms, foreign.BY_VENDOR, sheets=sheets))}
    assert "layout-vendor-missing" not in codes
    sheets = foreign.head()
    sheets["提案者"][0].append("状態")
    sheets["提案者"][3].append("辞退")
    outcome = _load(tmp_path, forms, foreign.BY_VENDOR, sheets=sheets)
    assert {each[0] for each in _told(outcome)} == {"sheet-not-read"}


def test_an_evaluator_without_a_sheet_is_missing_and_one_who_is_absent_is_not(tmp_path):
    forms = foreign.by_evaluator()
    del forms["採点表3"]
    told = _told(_load(tmp_path, forms, foreign.BY_EVALUATOR))
    assert told == [("evaluator-sheet-missing", "審査委員", "A4")]
    sheets = foreign.head()
    sheets["審査委員"][0].append("出欠")
    sheets["審査委員"][3].append("欠席")
    outcome = _load(tmp_path, forms, foreign.BY_EVALUATOR, sheets=sheets)
    assert [each[0] for each in _told(outcome)] == ["evaluator-absent"]


def test_what_another_panel_marks_is_refused_where_it_is_marked(tmp_path):
    criteria = foreign.CRITERIA.replace(
        "{id: staff, name: 業務体制, points: 10}",
        "{id: staff, name: 業務体制, points: 10, panel: office}",
    ).replace("panel: {agg", "panels: {office: {name: 事務職員}}\npanel: {agg")
    sheets = foreign.head()
    sheets["審査委員"][0].append("審査班")
    sheets["審査委員"][3].append("office")
    forms = foreign.by_evaluator()
    for number in (1, 2):
        forms[f"採点表{number}"].put(F13=None, G13=None, H13=None)
    for row in (7, 8, 10, 11, 14, 16):
        forms["採点表3"].put(**{f"{column}{row}": None for column in "FGH"})
    options = {"sheets": sheets, "criteria": criteria}
    outcome = _load(tmp_path, forms, foreign.BY_EVALUATOR, **options)
    assert [each for each in _told(outcome) if each[0] != "stated-sum-differs"] == []
    assert [m.evaluator for m in outcome.result.bids.marks["A社", "staff"]] == ["委員3"]
    forms["採点表1"].put(F13=5)
    told = _told(_load(tmp_path, forms, foreign.BY_EVALUATOR, **options))
    assert ("criterion-not-marked-here", "採点表1", "F13") in told


def test_who_is_absent_owes_nothing(tmp_path):
    sheets = foreign.head()
    sheets["審査委員"][0].append("出欠")
    for row in sheets["審査委員"][1:]:
        row.append("欠席")
    forms = foreign.by_vendor()
    del forms["C社"]
    told = {each[0] for each in _told(_load(tmp_path, forms, foreign.BY_VENDOR, sheets=sheets))}
    assert "absent-with-marks" in told
    assert "layout-vendor-missing" not in told


def test_an_evaluator_whose_marks_were_refused_has_handed_in(tmp_path):
    forms = foreign.by_evaluator()
    for row in (7, 8, 10, 11, 13, 14):
        forms["採点表3"].put(**{f"{column}{row}": "良" for column in "FGH"})
    assert {each[0] for each in _told(_load(tmp_path, forms, foreign.BY_EVALUATOR))} == {
        "cell-not-a-number"
    }


STAGED = (
    foreign.CRITERIA.replace("points: 100", "points: 120")
    .replace(
        "  - id: price",
        "  - {id: hearing, name: ヒアリング, points: 20, panel: office, score: {method: marks}}\n  - id: price",
    )
    .replace(
        "panel: {agg",
        "panels: {office: {name: 事務職員}}\n"
        "stages:\n"
        "  - {id: first, name: 一次, criteria: [technical], gate: {top: 2, at_cut: all}}\n"
        "  - {id: second, name: 二次, criteria: [hearing, price]}\n"
        "panel: {agg",
    )
)


def test_of_a_later_stage_only_who_got_there_needs_a_place(tmp_path):
    sheets = foreign.head()
    sheets["審査委員"][0].append("審査班")
    sheets["審査委員"].append(["職員1", "越前 次郎", "事務職員"])
    options = {"sheets": sheets, "criteria": STAGED}
    paths = foreign.hand_in(tmp_path, foreign.by_evaluator(), foreign.BY_EVALUATOR, **options)
    hearing = foreign.Form().put(A1="職員1", B2="A社", C2="B社", A3="ヒアリング", B3=15, C3=18)
    layout = foreign.BY_VENDOR.replace("sheets: <vendor>\n", "evaluator: {cell: A1}\n")
    layout = layout.replace("evaluator: {row: 4}", "vendor: {row: 2}").replace("C5:G11", "B3:D3")
    layout = layout.replace("column: B", "column: A")
    paths.append(foreign.save(tmp_path / "scores" / "二次.xlsx", {"二次": hearing}))
    (tmp_path / "scores" / "二次.layout.yaml").write_text(layout, encoding="utf-8")
    outcome = pipeline.evaluate(paths)
    assert _told(outcome) == []
    assert outcome.result.stages[0].passed == ("A社", "B社")
    assert outcome.result.vendor("B社").score("hearing").points == 18


def test_two_workbooks_of_one_evaluator_that_differ_are_a_question(tmp_path):
    forms = foreign.by_evaluator()
    paths = foreign.hand_in(tmp_path, forms, foreign.BY_EVALUATOR)
    again = {"採点表1": forms["採点表1"].put(F7=9)}
    paths.append(foreign.save(paths[1].with_name("採点表（差替）.xlsx"), again))
    told = _told(pipeline.load_bids(paths))
    assert told == [("evaluator-sheet-doubled", "採点表1", None)]


def test_numbers_count_what_is_set_aside_while_the_prices_are_sealed(tmp_path):
    criteria = foreign.CRITERIA.replace(
        "{id: aim, name: 目的の理解, points: 10}",
        "{id: aim, name: 目的の理解, points: 10, requires: {criterion: price, at_least: 50%}}",
    )
    paths = foreign.hand_in(
        tmp_path, foreign.by_evaluator(), foreign.BY_EVALUATOR, criteria=criteria
    )
    part = pipeline.Part(technical_only=True)
    outcome = pipeline.evaluate(paths, part=part)
    assert [each.code for each in outcome.diagnostics if each.severity == "error"] == []
    assert outcome.result.vendor("A社").score("issues").points == 16
