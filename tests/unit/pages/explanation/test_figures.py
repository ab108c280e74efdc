"""Figures as lines."""

from procscore.explaining.explain import explain
from procscore.model.page import unfolded
from procscore.pages.explanation.figures import Told
from support import books, moderated, results, trimmed
from support.values import evaluate, sheet


def lines(explanation):
    told = Told(explanation)
    return [
        f"{'  ' * depth}{node.text}" for depth, node in unfolded([told.node(explanation.points)])
    ]


def people(explanation):
    return [str(each) for each in Told(explanation).people()]


def test_a_price_is_told_with_formula_numbers_rounding_and_who_was_compared(tmp_path):
    assert lines(explain(results.evaluated(tmp_path), "C社", "price")) == [
        "価格点: 35.56 of 40 points",
        "  Formula: points * lowest / price",
        "  With the numbers: 40 × 8,000,000 ÷ 9,000,000 = 35.5555… → 35.56 (rounded half up to 2 decimal places)",
        "  lowest, the lowest that was compared: 8,000,000, of ベータ株式会社",
        "  price, 提案価格: 9,000,000 (bids.xlsx [提案者] C4)",
        "  Compared: 提案価格 of 3 vendors",
        "    株式会社アルファ: 10,000,000 (bids.xlsx [提案者] C2)",
        "    ベータ株式会社: 8,000,000 (bids.xlsx [提案者] C3)",
        "    ガンマ合同会社: 9,000,000 (bids.xlsx [提案者] C4)",
    ]


def test_marks_are_told_one_by_one_with_their_comments(tmp_path):
    sheets = books.with_cells({"採点_委員1": {"G1": "A社 所見", "G2": "よく練られている"}})
    assert lines(explain(results.evaluated(tmp_path, sheets), "A社", "plan")) == [
        "実施計画: 35 of 40 points",
        "  Mean of the marks: (36 + 34) ÷ 2 = 35",
        "  委員1 福井 一郎: 36 (bids.xlsx [採点_委員1] D2)",
        "    “よく練られている”",
        "  委員2 坂井 花子: 34 (bids.xlsx [採点_委員2] D2)",
    ]


def test_an_agreed_mark_is_told_with_the_own_ones_it_stands_for():
    criteria = sheet(
        "criteria: [{id: plan, points: 10}]\npanel: {aggregate: mean, consensus: overrides}"
    )
    result = evaluate(criteria, {"A": {"plan": {"合議": 7, "E1": 6, "E2": 9}}})
    told = [line.partition(" (")[0] for line in lines(explain(result, "A", "plan"))]
    assert told == [
        "plan: 7 of 10 points",
        "  合議: 7",
        "  E1: 6; the agreed mark counts instead",
        "  E2: 9; the agreed mark counts instead",
        "  The evaluators' own marks would have given: 7.5",
        "    Mean of the marks:",
    ]


def test_a_check_without_points_is_met_or_not():
    criteria = sheet(
        "criteria: [{id: plan, points: 10}, {id: isms, points: 0, score: {method: check}}]"
    )
    marks = {"A": {"plan": [5, 5], "isms": ["○", "○"]}, "B": {"plan": [5, 5], "isms": ["○", "×"]}}
    result = evaluate(criteria, marks)
    met = [line.partition(" (")[0] for line in lines(explain(result, "A", "isms"))]
    assert met == ["isms: met", "  E1: ○, met", "  E2: ○, met"]
    assert lines(explain(result, "B", "isms"))[0] == "isms: not met"


def test_what_is_not_scored_is_one_line(tmp_path):
    sheets = books.valid()
    sheets["提案者"][1][3] = "辞退"
    assert lines(explain(results.evaluated(tmp_path, sheets), "A社")) == ["Total: not scored"]


def test_a_rank_is_told_with_the_totals_of_the_same_evaluator(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: rank-sum")
    found = explain(results.evaluated(tmp_path, criteria=criteria), "A社")
    nodes = unfolded([Told(found).node(found.value)])
    assert [str(node.text) for _, node in nodes][2:4] == [
        "委員1 福井 一郎: rank 1",
        "Total by this evaluator: 86; others: ベータ株式会社 85, ガンマ合同会社 84.06",
    ]


def test_first_places_are_told_by_who_gives_them(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: first-places")
    found = explain(results.evaluated(tmp_path, criteria=criteria), "A社")
    told = [str(node.text) for _, node in unfolded([Told(found).node(found.value)])]
    assert told[:3] == [
        "First places: 1",
        "Number of first places: 1 + 0 = 1",
        "委員1 福井 一郎: puts it first",
    ]
    assert "委員2 坂井 花子: does not put it first" in told


def test_a_median_of_totals_tells_its_criteria_apart(tmp_path):
    criteria = books.CRITERIA.replace(
        "aggregate: mean, over: criteria", "aggregate: median, over: totals"
    )
    told = lines(explain(results.evaluated(tmp_path, criteria=criteria), "A社", "technical"))
    assert told[:4] == [
        "技術点: 52.75 of 60 points",
        "  Median of the evaluators' totals: median(54, 51.5) = 52.75",
        "  Total of 委員1 福井 一郎: 54",
        "    Sum of its parts: 36 + 18 = 54",
    ]
    assert "  Its criteria, whose points need not add up to that" in told


def test_who_was_not_counted_is_told_once_for_the_panel(tmp_path):
    sheets = books.valid()
    sheets["審査委員"][2][3] = "A社"
    for row in sheets["採点_委員2"][1:]:
        row[3] = None
    assert people(explain(results.evaluated(tmp_path, sheets), "A社")) == [
        "Marked by 委員1 福井 一郎",
        "Recused for this vendor and not counted: 委員2 坂井 花子.",
    ]
    assert people(explain(results.evaluated(tmp_path, sheets), "A社", "price")) == []


def test_what_the_panel_agreed_on_is_no_person(tmp_path):
    assert people(explain(moderated.evaluated(tmp_path), "A社", "technical")) == [
        "Marked by 委員1 福井 一郎, 委員2 坂井 花子",
        "Agreed by the panel together: 実施計画, 実施体制.",
    ]


def test_a_trimmed_mark_says_whether_its_total_is_the_highest_or_the_lowest(tmp_path):
    found = explain(trimmed.evaluated(tmp_path), "A社", "plan")
    told = [line.rpartition(" (")[0] for line in lines(found) if "委員" in line]
    assert told == [
        "  委員1 福井 一郎: 36; left out by trimming, as the highest total",
        "  委員2 坂井 花子: 34",
        "  委員3 三国 次郎: 10; left out by trimming, as the lowest total",
    ]


def test_a_mark_that_trimming_leaves_out_of_its_criterion_says_so(tmp_path):
    sheets = trimmed.sheets()
    sheets["採点_委員3"][1][4] = 31
    result = trimmed.evaluated(tmp_path, sheets, trimmed.BY_CRITERION)
    told = [line.partition(" (")[0] for line in lines(explain(result, "A社", "plan"))]
    assert told[-3:] == [
        "  委員1 福井 一郎: 36; left out by trimming, at the upper end",
        "  委員2 坂井 花子: 34",
        "  委員3 三国 次郎: 10; left out by trimming, at the lower end",
    ]
    told = [line.partition(" (")[0] for line in lines(explain(result, "B社", "plan"))]
    assert told[-3:] == [
        "  委員1 福井 一郎: 30; left out by trimming, at the lower end",
        "  委員2 坂井 花子: 31; trimming leaves out 1 of 2 marks like this",
        "  委員3 三国 次郎: 31; trimming leaves out 1 of 2 marks like this",
    ]
