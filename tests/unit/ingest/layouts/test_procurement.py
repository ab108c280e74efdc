"""The 案件 sheet: keys and values in rows, ceilings by amount, nothing lost."""

from fractions import Fraction

import pytest

from procscore import pipeline
from procscore.diagnostics import Problems
from procscore.ingest import gate, workbook
from procscore.ingest.layouts import procurement
from procscore.model.criteria import CriteriaSheet
from support import books

AMOUNTS = {"initial": {"name": "初期費用"}, "total": {"name": "提案価格"}}


def _criteria(amounts=AMOUNTS):
    score = {"method": "price", "amount": "total", "formula": "lowest-ratio"}
    price = {"id": "価格点", "name": "価格点", "points": "10", "score": score}
    return CriteriaSheet.model_validate(
        {
            "procscore": "1",
            "id": "x",
            "title": "x",
            "points": "10",
            "amounts": amounts,
            "criteria": [price],
        }
    )


def _sheet(tmp_path, rows):
    problems = Problems()
    path = books.save(tmp_path / "b.xlsx", {"案件": rows})
    (sheet,) = workbook.read(gate.open_workbook(path, "b.xlsx", problems), "b.xlsx", problems)
    return sheet


def _read(tmp_path, *rows):
    problems = Problems()
    told = procurement.read(_sheet(tmp_path, list(rows)), _criteria(), problems)
    return told, [(each.code, each.where.cell) for each in problems]


def test_words_are_read_in_both_languages(tmp_path):
    told, problems = _read(
        tmp_path,
        ["件名", "清掃"],
        ["Criteria", "a.yaml"],
        ["通貨", "JPY"],
        ["opened", "2026-04-01"],
    )
    assert (told.title, told.currency, told.opened) == (
        "清掃",
        "JPY",
        "2026-04-01",
    )
    assert problems == []


@pytest.mark.parametrize(
    ("label", "amount"),
    [
        ("予定価格", "total"),
        ("上限額", "total"),
        ("Ceiling", "total"),
        ("予定価格 initial", "initial"),
        ("予定価格　初期費用", "initial"),
        ("ceiling 提案価格", "total"),
    ],
)
def test_a_ceiling_is_for_the_amount_that_is_named_else_for_the_one_that_is_scored(
    tmp_path, label, amount
):
    told, problems = _read(tmp_path, [label, 500])
    assert {key: quote.value for key, quote in told.ceilings.items()} == {amount: Fraction(500)}
    assert told.ceilings[amount].where.cell == "B1"
    assert problems == []


def test_the_figures_of_price_formulas_are_read_with_their_cells(tmp_path):
    told, _ = _read(tmp_path, ["調査基準価格", "1,500"], ["estimate", 2000])
    assert (told.investigation.value, told.investigation.where.cell) == (1500, "B1")
    assert (told.estimate.value, told.estimate.where.cell) == (2000, "B2")


def test_the_value_is_the_next_cell_that_holds_something(tmp_path):
    told, _ = _read(tmp_path, ["件名", None, None, "清掃"])
    assert told.title == "清掃"


def test_rows_of_one_cell_are_titles(tmp_path):
    _, problems = _read(tmp_path, ["入札に関する事項"], ["件名", "清掃"])
    assert problems == []


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        (["予定価各", 500], "procurement-key-unknown", "A1"),
        (["予定価格 運用", 500], "ceiling-amount-unknown", "A1"),
        (["予定価格", 0], "figure-not-positive", "B1"),
        (["基準額", -5], "figure-not-positive", "B1"),
        (["基準額", "未定"], "cell-not-a-number", "B1"),
    ],
)
def test_an_entry_that_cannot_be_used_is_told(tmp_path, row, code, cell):
    _, problems = _read(tmp_path, row)
    assert problems == [(code, cell)]


@pytest.mark.parametrize("second", ["予定価格", "予定 価格", "上限額", "ceiling", "予定価格 total"])
def test_an_entry_that_stands_twice_in_any_words_is_refused(tmp_path, second):
    _, problems = _read(tmp_path, ["予定価格", 500], [second, 400])
    assert problems == [("procurement-key-doubled", "A2")]


def test_a_ceiling_without_an_amount_is_unclear_where_two_are_scored_alike(tmp_path):
    problems = Problems()
    sheet = _sheet(tmp_path, [["予定価格", 500]])
    criteria = _criteria({**AMOUNTS, "yearly": {"name": "年額"}})
    assert criteria.main_amount == "total"
    procurement.read(sheet, criteria, problems)
    assert list(problems) == []


def test_titles_stand_above_the_entries_and_all_else_is_told(tmp_path):
    _, problems = _read(tmp_path, ["案件調書"], ["件名", "x"], [], ["※税抜"], [], [], [None, 500])
    assert problems == [("words-not-read", "A4"), ("numbers-not-read", "B7")]


def test_a_number_alone_above_the_entries_is_told(tmp_path):
    _, problems = _read(tmp_path, [500], ["件名", "x"])
    assert problems == [("numbers-not-read", "A1")]


def test_a_ceiling_of_an_amount_may_be_left_blank_and_is_told(tmp_path):
    _, problems = _read(tmp_path, ["予定価格調書"], ["件名", "x"], ["予定価格 initial"])
    assert problems == [("procurement-value-blank", "A3")]


def test_a_word_that_did_not_come_out_is_told(tmp_path):
    _, problems = _read(tmp_path, ["件名", books.Formula("=NA()", "#N/A")])
    assert problems == [("cell-error-value", "B1")]


def test_the_cell_that_names_the_criteria_is_found(tmp_path):
    cell = procurement.criteria_cell(_sheet(tmp_path, [["件名", "x"], ["審査 基準", "a.yaml"]]))
    assert (cell.value, cell.where.cell) == ("a.yaml", "B2")
    assert procurement.criteria_cell(_sheet(tmp_path, [["件名", "x"]])) is None


def test_an_error_in_the_ceiling_is_not_told_as_a_ceiling_that_is_missing(tmp_path):
    path = books.hand_in(tmp_path, books.with_cells({"案件": {"B3": "未定"}}))
    told = [each.code for each in pipeline.evaluate([path]).diagnostics]
    assert told == ["cell-not-a-number"]
