"""A procurement in two stages, for tests: documents first, then a hearing and the price.

Stage 1 is out of 30: A社 (19 + 19) / 2 and 9, B社 (15 + 16) / 2 and 8, C社 (10 + 11) / 2 and 5: two go
on, so that C社 does not. Stage 2 adds the hearing, (25 + 26) / 2 and (27 + 29) / 2, and the price,
40 and 40 x 8 / 10.

The marks of both stages stand on one sheet an evaluator; `by_stage` gives one sheet a stage instead.
"""

from fractions import Fraction

from support.books import Sheets

CRITERIA = """\
procscore: 1
id: staged
title: 二段階の審査基準書
points: 100
amounts:
  total: {name: 提案価格, tax: excluded}
criteria:
  - id: documents
    name: 書類審査
    points: 30
    score: {method: marks, step: 0.5}
    criteria:
      - {id: plan, name: 実施計画, points: 20}
      - {id: record, name: 実績, points: 10}
  - {id: hearing, name: プレゼンテーション, points: 30, score: {method: marks, step: 0.5}}
  - id: price
    name: 価格点
    points: 40
    score: {method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}
panel: {aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}
stages:
  - {id: first, name: 一次審査, criteria: [documents], gate: {top: 2, at_cut: committee}}
  - {id: second, name: 二次審査, criteria: [hearing, price], carry_over: true}
eligibility: {ceiling: exclude, lowest_among: eligible}
ranking: {by: points, ties: [{higher: documents}, committee], equal_ranks: competition}
award: {winners: 1, reserve: 1}
"""
"""Two stages, of which the first lets two vendors go on. Nothing is left to a default."""

_FIRST = {
    "委員1": [["plan", "実施計画", 20, 19, 15, 10], ["record", "実績", 10, 9, 8, 5]],
    "委員2": [["plan", "実施計画", 20, 19, 16, 11], ["record", "実績", 10, 9, 8, 5]],
}
_HEARING = {"委員1": [25, 27], "委員2": [26, 29]}
_HEADINGS = ["ID", "審査項目", "配点"]


def valid() -> Sheets:
    """Return a procurement of two stages that scores without a diagnostic."""
    return {**head(), **{f"採点_{each}": _whole(each) for each in _FIRST}}


def dear() -> Sheets:
    """Return the valid procurement with A社, first after the documents, above the ceiling.

    Nobody marked A社 in the hearing, for its price was opened before it.
    """
    sheets = valid()
    sheets["提案者"][1][2] = 99_000_000
    for evaluator in _FIRST:
        sheets[f"採点_{evaluator}"][3][3] = None
    return sheets


def first_only() -> Sheets:
    """Return what there is after the first stage: no hearing, no prices."""
    sheets = head()
    sheets["提案者"] = [row[:2] for row in sheets["提案者"]]
    return {**sheets, **{f"採点_{each}": _first_stage(each) for each in _FIRST}}


def by_stage(evaluator: str) -> tuple[Sheets, Sheets]:
    """Return the sheets that an evaluator hands in, one after each stage.

    C社, who does not go on, has no column in the second.
    """
    name = f"採点_{evaluator}"
    return {name: _first_stage(evaluator)}, {name: _second_stage(evaluator)}


def head() -> Sheets:
    """Return the procurement without any marks."""
    return {
        "案件": [["件名", "試験用の案件"], ["審査基準", "criteria.yaml"], ["予定価格", 12_000_000]],
        "提案者": [
            ["記号", "名称", "提案価格", "決定順位"],
            ["A社", "株式会社アルファ", 10_000_000],
            ["B社", "ベータ株式会社", 8_000_000],
            ["C社", "ガンマ合同会社", 9_000_000],
        ],
        "審査委員": [["記号", "氏名"], ["委員1", "福井 一郎"], ["委員2", "坂井 花子"]],
    }


def _first_stage(evaluator: str) -> list[list[object]]:
    rows = [list(row) for row in _FIRST[evaluator]]
    return [[*_HEADINGS, "A社", "B社", "C社"], *rows]


def _second_stage(evaluator: str) -> list[list[object]]:
    hearing = ["hearing", "プレゼンテーション", 30, *_HEARING[evaluator]]
    return [[*_HEADINGS, "A社", "B社"], hearing]


def _whole(evaluator: str) -> list[list[object]]:
    return [*_first_stage(evaluator), [*_second_stage(evaluator)[1], None]]


def usual_totals(evaluation: object) -> None:
    """Check that the valid procurement came to its points, and that C社 did not go on."""
    points = {each.vendor.id: each.points_in_all for each in evaluation.vendors}
    # A 19 + 9 + 25.5 + 32, B 15.5 + 8 + 28 + 40
    assert points == {"A社": Fraction("85.5"), "B社": Fraction("91.5"), "C社": None}
    (gone,) = evaluation.excluded
    assert (gone.vendor.id, [each.rule for each in gone.exclusions]) == ("C社", ["stage"])
    assert gone.points("documents") == Fraction("15.5")
