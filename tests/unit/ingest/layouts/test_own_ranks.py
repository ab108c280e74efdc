"""The row 順位 of a score sheet: how its evaluator ranks the vendors."""

import pytest

from procscore import pipeline
from support import books

CRITERIA = books.criteria_with(
    "ranking: {by: points", "ranking: {by: rank-sum, evaluator_ranks: distinct"
)


def _load(tmp_path, cells, criteria=CRITERIA, sheet="採点_委員1"):
    sheets = books.with_cells({sheet: cells})
    return pipeline.load_bids([books.hand_in(tmp_path, sheets, criteria)])


def _ranks(tmp_path, cells):
    outcome = _load(tmp_path, cells)
    assert outcome.result is not None, outcome.diagnostics
    own = outcome.result.bids.own_ranks
    return {place: (rank.value, rank.where.cell) for place, rank in own.items()}


def _told(tmp_path, cells, criteria=CRITERIA, sheet="採点_委員1"):
    outcome = _load(tmp_path, cells, criteria, sheet)
    return {(each.code, each.where.cell) for each in outcome.diagnostics}


@pytest.mark.parametrize("word", ["順位", "rank", "RANK", " 順　位 "])
def test_ranks_are_read_with_their_cells(tmp_path, word):
    cells = {"A4": word, "B4": "委員の順位", "D4": 2, "F4": 1}
    assert _ranks(tmp_path, cells) == {
        ("委員1", "A社"): (2, "D4"),
        ("委員1", "C社"): (1, "F4"),
    }


def test_the_row_may_stand_anywhere(tmp_path):
    sheets = books.with_cells({})
    sheets["採点_委員2"].insert(1, ["順位", None, None, 1, 2, 3])
    outcome = pipeline.load_bids([books.hand_in(tmp_path, sheets, CRITERIA)])
    assert outcome.diagnostics == ()
    assert len(outcome.result.bids.own_ranks) == 3


def test_without_the_row_there_are_none(tmp_path):
    assert _ranks(tmp_path, {}) == {}


@pytest.mark.parametrize("rank", [0, -1, 1.5])
def test_a_rank_is_a_whole_number_from_1(tmp_path, rank):
    assert _told(tmp_path, {"A4": "順位", "E4": rank}) == {("own-rank-not-a-place", "E4")}


def test_a_rank_in_words_is_refused(tmp_path):
    assert _told(tmp_path, {"A4": "順位", "E4": "一位"}) == {("cell-not-a-number", "E4")}


def test_a_second_row_is_refused(tmp_path):
    told = _told(tmp_path, {"A4": "順位", "D4": 1, "A5": "rank", "D5": 1})
    assert told == {("criterion-doubled", "A5")}


def test_ranks_that_no_rule_asks_for_are_told_and_not_read(tmp_path):
    cells = {"A4": "順位", "D4": 1}
    assert _told(tmp_path, cells, books.CRITERIA) == {("own-ranks-not-used", "A4")}
    assert _told(tmp_path, {"A4": "順位"}, books.CRITERIA) == set()
    assert _load(tmp_path, cells, books.CRITERIA).result.bids.own_ranks == {}


def test_the_secretariat_has_no_ranks_of_its_own(tmp_path):
    criteria = books.criteria_with(
        "{id: staff, name: 実施体制, points: 20}",
        "{id: staff, name: 実施体制, points: 20, score: {method: marks, by: secretariat}}",
        CRITERIA,
    )
    sheets = books.valid()
    for name in ("採点_委員1", "採点_委員2"):
        sheets[name].pop()
    sheets["事務局"] = [
        ["ID", "審査項目", "配点", "A社", "B社", "C社"],
        ["staff", "実施体制", 20, 1, 2, 3],
        ["順位", None, None, 1, 2, 3],
    ]
    outcome = pipeline.load_bids([books.hand_in(tmp_path, sheets, criteria)])
    assert [(each.code, each.where.sheet) for each in outcome.diagnostics] == [
        ("own-ranks-not-used", "事務局")
    ]


def test_a_criterion_of_that_id_goes_before(tmp_path):
    criteria = CRITERIA.replace("id: staff", "id: rank")
    sheets = books.with_cells({"採点_委員1": {"A3": "rank"}, "採点_委員2": {"A3": "rank"}})
    outcome = pipeline.load_bids([books.hand_in(tmp_path, sheets, criteria)])
    assert outcome.diagnostics == ()
    assert outcome.result.bids.own_ranks == {}


STAGES = """
stages:
  - id: first
    name: 一次審査
    criteria: [technical]
    gate: {top: 3}
    ranking: {by: points, ties: [committee]}
  - {id: second, name: 二次審査, criteria: [talk, price]}
"""


def test_ranks_on_two_sheets_of_one_evaluator_are_refused(tmp_path):
    """Where a procedure has stages an evaluator may have a sheet for each, but ranks only once."""
    talk = "  - {id: talk, name: 面接, points: 10, score: {method: marks}}\n  - id: price"
    criteria = CRITERIA.replace("  - id: price", talk).replace("points: 100", "points: 110")
    sheets = books.with_cells({"採点_委員1": {"A4": "順位", "D4": 1, "E4": 2}})
    for name in ("委員1", "委員2"):
        sheets[f"Marks_{name}"] = [
            ["ID", "審査項目", "配点", "A社", "B社", "C社"],
            ["talk", "面接", 10, 1, 2, 3],
            ["順位", None, None, None, 1 if name == "委員1" else None, 3],
        ]
    outcome = pipeline.load_bids([books.hand_in(tmp_path, sheets, criteria + STAGES)])
    (told,) = outcome.diagnostics
    assert (told.code, told.where.sheet, told.where.cell) == (
        "criterion-doubled",
        "Marks_委員1",
        "E3",
    )
    assert told.details["first"].cell == "E4"
