"""Gaps as lines."""

from pathlib import Path

import yaml

from procscore.explaining.explain import explain
from procscore.model.page import Outline, unfolded
from procscore.pages.explanation.gaps import blocks, headline
from support import books, moderated, results, stages, trimmed
from support.values import evaluate, sheet


def lines(explanation):
    return [
        f"{'  ' * depth}{node.text}"
        for block in blocks(explanation)
        if isinstance(block, Outline)
        for depth, node in unfolded(block.nodes)
    ]


def test_the_items_are_told_with_both_calculations_and_every_mark(tmp_path):
    result = results.evaluated(tmp_path)
    assert lines(explain(result, "A社", against="B社")) == [
        "価格点: -8 (32 against 40)",
        "  A社: 40 × 8,000,000 ÷ 10,000,000 = 32",
        "  B社: 40 × 8,000,000 ÷ 8,000,000 = 40",
        "実施計画: +4.5 (35 against 30.5)",
        "  A社: (36 + 34) ÷ 2 = 35",
        "  B社: (30 + 31) ÷ 2 = 30.5",
        "  Marks (A社 : B社): 委員1 36 : 30, 委員2 34 : 31",
        "実施体制: +3.25 (17.75 against 14.5)",
        "  A社: (18 + 17.5) ÷ 2 = 17.75",
        "  B社: (15 + 14) ÷ 2 = 14.5",
        "  Marks (A社 : B社): 委員1 18 : 15, 委員2 17.5 : 14",
        "Together: -0.25, the gap between 84.75 and 85",
    ]


def test_what_does_not_differ_is_named_in_one_line(tmp_path):
    sheets = books.valid()
    sheets["提案者"][2][2] = 10_000_000
    told = lines(explain(results.evaluated(tmp_path, sheets), "A社", against="B社"))
    assert told[-2:] == ["No difference: 価格点", "Together: +7.75, the gap between 88.75 and 81"]


def test_the_headline_says_who_is_ahead_or_that_nobody_is(tmp_path):
    result = results.evaluated(tmp_path)
    told = [
        str(headline(explain(result, one, criterion, other)))
        for one, other, criterion in (("B社", "A社", None), ("A社", "B社", "price"))
    ]
    assert told == [
        "B社 ベータ株式会社 has 0.25 points more than A社 株式会社アルファ.",
        "“価格点”: A社 株式会社アルファ has 8 points fewer than B社 ベータ株式会社.",
    ]
    (tmp_path / "tied").mkdir()
    equal = explain(results.tied(tmp_path / "tied"), "A社", against="B社")
    assert str(headline(equal)).startswith("A社 株式会社アルファ has exactly as many points as")


def test_who_has_no_total_is_told_with_the_reason_and_what_is_known(tmp_path):
    result = results.evaluated(tmp_path, stages.valid(), stages.CRITERIA)
    found = explain(result, "A社", against="C社")
    assert str(headline(found)) == (
        "Total: C社 ガンマ合同会社 has no points, so that there is no gap. What is known is shown."
    )
    first, _ = blocks(found)
    assert [str(each) for each in first.sentences] == [
        f"C社 ガンマ合同会社: {result.vendor('C社').exclusions[0].reason}"
    ]
    told = lines(found)
    assert "実施計画: +8.5 (19 against 10.5)" in told
    assert "プレゼンテーション: - (25.5 against -)" in told
    assert not any(line.startswith("Together") for line in told)


def test_another_value_that_is_compared_has_its_own_items_or_its_calculation(tmp_path):
    ranks = books.CRITERIA.replace("by: points", "by: rank-sum")
    told = lines(explain(results.evaluated(tmp_path, criteria=ranks), "A社", against="B社"))
    assert told[-3:] == [
        "委員1 福井 一郎: -1 (1 against 2)",
        "委員2 坂井 花子: +1 (2 against 1)",
        "Together: 0, the gap between 3 and 3",
    ]
    formula = books.CRITERIA.replace("by: points", "by: formula, formula: technical / total")
    told = lines(explain(results.evaluated(tmp_path, criteria=formula), "A社", against="B社"))
    assert told[-1] == "B社: 45 ÷ 8,000,000 = 0.0000…"


def test_an_agreed_mark_is_the_calculation_and_own_marks_do_not_count(tmp_path):
    told = lines(explain(moderated.evaluated(tmp_path), "A社", against="B社"))
    assert told[3:13] == [
        "実施計画: +7.5 (38 against 30.5)",
        "  A社: 38 by the agreed mark 38; reason: 工程表を見落としていたため",
        "    By the evaluators' own marks, which do not count: (36 + 34) ÷ 2 = 35",
        "  B社: (30 + 31) ÷ 2 = 30.5",
        "  Marks (A社 : B社): 委員1 (36) : 30, 委員2 (34) : 31",
        "    Marks in brackets do not count.",
        "実施体制: +2.5 (17 against 14.5)",
        "  A社: 17 by the agreed mark 17; no reason is given",
        "    By the evaluators' own marks, which do not count: (18 + 17.5) ÷ 2 = 17.75",
        "  B社: (15 + 14) ÷ 2 = 14.5",
    ]


def test_a_value_that_is_an_amount_is_told_by_the_calculation_of_that_amount(tmp_path):
    folder = Path("tests/cases/prozorro-barbecue-9-7")
    sheets = yaml.safe_load((folder / "bids.yaml").read_text(encoding="utf-8"))
    criteria = (folder / "criteria.yaml").read_text(encoding="utf-8")
    result = results.evaluated(tmp_path, sheets, criteria)
    told = lines(explain(result, "both at most", against="with features"))
    assert told[-4:] == [
        "both at most: 1,000,000 ÷ 1.4285… = 700,000",
        "  Coefficient: 1 + (0.15 + 0.15) ÷ (1 - (0.15 + 0.15)) = 1.4285…",
        "with features: 900,000 ÷ 1.2857… = 700,000",
        "  Coefficient: 1 + (0.1 + 0.1) ÷ (1 - (0.15 + 0.15)) = 1.2857…",
    ]


def test_marks_that_trimming_leaves_out_of_a_criterion_stand_in_brackets(tmp_path):
    sheets = trimmed.sheets()
    sheets["採点_委員3"][1][4] = 31
    result = trimmed.evaluated(tmp_path, sheets, trimmed.BY_CRITERION)
    told = lines(explain(result, "A社", "plan", "B社"))
    assert told[3:6] == [
        "  Marks (A社 : B社): 委員1 (36) : (30), 委員2 34 : 31, 委員3 (10) : 31",
        "    Marks in brackets do not count.",
        "    B社: trimming leaves out 1 of the 2 equal marks of 委員2, 委員3.",
    ]


def test_who_is_recused_for_one_of_two_is_named_as_recused(tmp_path):
    sheets = books.valid()
    sheets["審査委員"][2] = ["委員2", "坂井 花子", "出席", "B社"]
    for row in sheets["採点_委員2"][1:]:
        row[4] = None
    told = lines(explain(results.evaluated(tmp_path, sheets), "A社", "plan", "B社"))
    assert told[2] == "  Marks (A社 : B社): 委員1 36 : 30, 委員2 34 : recused"


def test_two_who_are_both_not_scored_are_told_together(tmp_path):
    # Only A goes on: of the others the documents alone were scored.
    criteria = stages.CRITERIA.replace("top: 2", "top: 1")
    result = results.evaluated(tmp_path, stages.valid(), criteria)
    found = explain(result, "B社", against="C社")
    assert str(headline(found)) == (
        "Total: neither B社 ベータ株式会社 nor C社 ガンマ合同会社 has points, so that there is no "
        "gap. What is known is shown."
    )
    assert lines(found)[-1] == "Not scored for either: プレゼンテーション, 価格点"
    assert not any("- against -" in line for line in lines(found))


def test_a_check_with_one_mark_needs_no_calculation():
    rules = sheet(
        "criteria: [{id: isms, points: 10, score: {method: check, by: secretariat, fail: points}}]"
    )
    result = evaluate(rules, {"A": {"isms": "○"}, "B": {"isms": "×"}})
    assert lines(explain(result, "A", against="B"))[:2] == [
        "isms: +10 (10 against 0)",
        "  Marks (A : B): 事務局 ○ : ×",
    ]
