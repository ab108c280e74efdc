from dataclasses import replace
from fractions import Fraction

import pytest

from procscore.diagnostics import Problems
from procscore.exact import display
from procscore.language import message
from procscore.model.result import Tie, TieStep
from procscore.pages import notice
from support import books, notices, results, values

TOTALS = (
    "award: {winners: 1, reserve: 1}",
    "award: {winners: 1, reserve: 1, notice: winner-totals}",
)


def test_a_notice_says_to_whom_by_whom_and_about_what():
    page, left_out = notices.page(results.example(), "B社")
    assert str(page.title) == "Notice of the result"
    assert [str(each).split("(")[0] for each in page.lead] == [
        "To B情報サービス株式会社",
        "From 福井坂井地区広域市町村圏事務組合",
        "The proposals for “総合行政情報システム調達",
        "Criteria sheet: 総合行政情報システム調達 審査基準書",
    ]
    assert [str(each.title) for each in page.blocks] == [
        "Result",
        "Points by criterion",
        "What you offered",
        "How points and ranks come about",
    ]
    assert left_out == []


def test_points_are_those_of_the_result_group_by_group():
    result = results.example()
    page, _ = notices.page(result, "B社")
    table = notices.block(page, "Points by criterion")
    own = result.vendor("B社")
    scores = list(own.walk())
    assert [row[2].value for row in table.rows] == [
        *(score.points for score in scores),
        own.points_in_all,
    ]
    assert [row[1].value for row in table.rows] == [*(score.of for score in scores), own.of]
    assert [bool(row[0].strong) for row in table.rows] == [
        *(bool(score.parts) for score in scores),
        True,
    ]
    assert [row[0].indent for row in table.rows[:4]] == [0, 1, 2, 3]
    assert len(table.columns) == 3


def test_decimals_stand_under_decimals_and_none_is_lost(tmp_path):
    page, _ = notices.page(results.evaluated(tmp_path), "B社")
    assert notices.said(page, "Points by criterion") == [
        ["技術点", "60", "45.0"],
        ["実施計画", "40", "30.5"],
        ["実施体制", "20", "14.5"],
        ["価格点", "40", "40.0"],
        ["Total", "100", "85.0"],
    ]


def test_what_goes_on_is_cut_and_said_to_be(tmp_path):
    criteria = books.criteria_with(", round: {places: 2, mode: half-up}}\npanel", "}\npanel")
    page, _ = notices.page(results.evaluated(tmp_path, criteria=criteria), "C社")
    table = notices.block(page, "Points by criterion")
    assert str(table.rows[3][2].text) == "35.5555…"
    assert table.rows[3][2].value == Fraction(320, 9)
    assert "further digits" in str(table.notes[-1])


def test_no_price_of_another_bid_is_told(tmp_path):
    result = results.evaluated(tmp_path)
    page, _ = notices.page(result, "C社")
    assert notices.said(page, "What you offered") == ["提案価格: 9,000,000"]
    assert notices.said(page, "How points and ranks come about") == [
        "Aggregation – The mean of the evaluators, criterion by criterion.",
        "Rounding – evaluators' points, 価格点: rounded half up to 2 decimal places.",
        "Price – 価格点 (40): points × lowest price ÷ price.",
        "What the price is – 提案価格: as quoted, tax excluded",
        "What the price is – Compared are the prices of the vendors who are still in.",
        "Ranking – The total points are compared.",
    ]
    everything = "\n".join(notices.texts(page))
    assert "8,000,000" not in everything


def test_quantities_are_told_with_their_unit(tmp_path):
    criteria = books.criteria_with(
        "criteria:\n", "quantities: {sites: {name: 導入実績, unit: 団体}}\ncriteria:\n"
    )
    sheets = books.valid()
    for row, value in zip(sheets["提案者"], ("導入実績", 7, 8, 9), strict=True):
        row.append(value)
    page, _ = notices.page(results.evaluated(tmp_path, sheets, criteria), "A社")
    assert "導入実績: 7 団体" in notices.said(page, "What you offered")


def test_own_points_are_all_unless_the_sheet_says_otherwise(tmp_path):
    page, _ = notices.page(results.evaluated(tmp_path), "C社")
    assert len(notices.block(page, "Points by criterion").columns) == 3
    assert "84.75" not in "\n".join(notices.texts(page))


def test_the_winner_s_totals_are_told_where_the_sheet_says_so(tmp_path):
    result = results.evaluated(tmp_path, criteria=books.criteria_with(*TOTALS))
    page, _ = notices.page(result, "C社")
    table = notices.block(page, "Points by criterion")
    assert str(table.columns[3].heading) == "Preferred bidder"
    assert [str(row[3].text) for row in table.rows] == ["45", "", "", "40", "85"]
    winner, _ = notices.page(result, "B社")
    assert len(notices.block(winner, "Points by criterion").columns) == 3


def test_several_winners_are_numbered(tmp_path):
    criteria = books.criteria_with(TOTALS[0], TOTALS[1].replace("winners: 1", "winners: 2"))
    page, _ = notices.page(results.evaluated(tmp_path, criteria=criteria), "C社")
    headings = [str(each.heading) for each in notices.block(page, "Points by criterion").columns]
    assert headings[3:] == ["Preferred bidder 1", "Preferred bidder 2"]


def test_comments_stand_by_criterion_without_who_wrote_them(tmp_path):
    sheets = notices.commented("B社", "具体的である。")
    head, plan, staff = sheets["採点_委員2"]
    sheets["採点_委員2"] = [
        [*head, "B社 所見"],
        [*plan, "体制図が示されている。"],
        [*staff, "十分。"],
    ]
    page, left_out = notices.page(results.evaluated(tmp_path, sheets), "B社")
    assert notices.said(page, "Comments by criterion") == [
        ["実施計画", "体制図が示されている。"],  # sorted, whoever wrote it
        ["実施計画", "具体的である。"],
        ["実施体制", "十分。"],
    ]
    assert left_out == []
    other, _ = notices.page(results.evaluated(tmp_path, sheets), "A社")
    assert notices.block(other, "Comments by criterion") is None


@pytest.mark.parametrize("comment", ["A社より劣る。", "坂井委員と同じ。", "アルファに比べ弱い。"])
def test_a_comment_that_names_somebody_else_is_withheld_and_reported(tmp_path, comment):
    sheets = notices.commented("B社", comment)
    page, left_out = notices.page(results.evaluated(tmp_path, sheets), "B社")
    assert notices.said(page, "Comments by criterion") == [
        ["実施計画", "One comment is not shown here, because it names others."]
    ]
    assert left_out == [("comment-names-others", "E2")]


def test_a_reason_that_names_somebody_else_is_withheld_and_reported(tmp_path):
    sheets = books.with_cells({"提案者": {"D3": "失格", "E3": "A社との談合"}})
    page, left_out = notices.page(results.evaluated(tmp_path, sheets), "B社")
    assert notices.said(page, "Result") == [
        "Your proposal is not ranked: disqualified.",
        "One sentence is not shown here, because it names others.",
    ]
    assert left_out == [("notice-names-others", "A3")]


def test_what_is_left_out_is_reported_with_the_words_that_name_somebody(tmp_path):
    sheets = books.with_cells({"提案者": {"D3": "失格", "E3": "㈱ アルファとの談合"}})
    assert told(results.evaluated(tmp_path, sheets)) == [
        "“Reason: was disqualified: ㈱ アルファとの談合.” names somebody else (“㈱ アルファ”) and is left out of the notice for “ベータ株式会社”."
    ]
    sheets = notices.commented("B社", "アルファより劣ると坂井委員。アルファの方が安い。")
    assert told(results.evaluated(tmp_path, sheets)) == [
        "The comment on this mark names somebody else (“アルファ”, “坂井委員”) and is left out of the notice for “ベータ株式会社”."
    ]


def told(result):
    """Return what is told when the notice for B社 is made."""
    problems = Problems()
    notice.page(result, result.vendor("B社"), problems)
    return [each.message for each in problems]


def test_so_is_a_rule_that_told_a_tie_apart_by_naming_somebody_else(tmp_path):
    groups = (("B社",), ("A社",))
    rule = message("{vendor} drew the higher number", vendor="A社")
    step = TieStep(rule, {"A社": "2", "B社": "1"}, groups)
    tie = Tie(Fraction(80), ("A社", "B社"), (step,), groups)
    result = replace(results.evaluated(tmp_path), ties=(tie,))
    page, left_out = notices.page(result, "B社")
    assert notices.said(page, "Equal values")[1:] == [
        "One sentence is not shown here, because it names others."
    ]
    assert left_out == [("notice-names-others", "A3")]


def test_a_reason_that_names_nobody_is_told(tmp_path):
    sheets = books.with_cells({"提案者": {"D3": "失格", "E3": "書類の不備"}})
    page, left_out = notices.page(results.evaluated(tmp_path, sheets), "B社")
    assert notices.said(page, "Result")[1:] == ["Reason: was disqualified: 書類の不備."]
    assert notices.block(page, "Points by criterion") is None
    assert left_out == []


CHECK = """  - {id: met, name: 必須要件, points: 0, score: {method: check, votes: any, fail: exclude}}
panel:"""


@pytest.mark.parametrize(("mark", "word"), [("○", "met"), ("×", "not met")])
def test_a_mere_check_is_met_or_not_and_who_said_so_is_not_told(tmp_path, mark, word):
    sheets = books.valid()
    sheets["採点_委員1"].append(["met", "必須要件", 0, "○", mark, "○"])
    sheets["採点_委員2"].append(["met", "必須要件", 0, "○", "○", "○"])
    criteria = books.criteria_with("panel:", CHECK)
    page, left_out = notices.page(results.evaluated(tmp_path, sheets, criteria), "B社")
    assert ["必須要件", "", word] in notices.said(page, "Points by criterion")
    reasons = [each for each in notices.said(page, "Result") if each.startswith("Reason")]
    told = ["Reason: does not meet “必須要件” (1 of 2 evaluators)."]
    assert reasons == (told if mark == "×" else [])
    assert left_out == []


def test_points_from_totals_are_said_not_to_add_up(tmp_path):
    criteria = books.criteria_with(
        "aggregate: mean, over: criteria", "aggregate: median, over: totals"
    )
    sheets = books.valid()
    sheets["審査委員"].append(["委員3", "永平 次郎", "出席", None])
    head = sheets["採点_委員1"][0]
    sheets["採点_委員3"] = [head, ["plan", "", 40, 10, 20, 40], ["staff", "", 20, 20, 0, 1]]
    page, _ = notices.page(results.evaluated(tmp_path, sheets, criteria), "A社")
    notes = [str(each) for each in notices.block(page, "Points by criterion").notes]
    assert notes == [
        "The points of “技術点” come from the evaluators' totals; its parts need not add up to them."
    ]


def test_flags_are_for_the_committee(tmp_path):
    criteria = books.criteria_with(
        "eligibility: {", "eligibility: {abnormally_low: {rule: below-mean, share: 95%}, "
    )
    result = results.evaluated(tmp_path, criteria=criteria)
    assert result.vendor("B社").flags
    flag = str(result.vendor("B社").flags[0].reason)
    page, _ = notices.page(result, "B社")
    assert all(flag not in text for text in notices.texts(page))


def test_excluded_vendors_see_what_was_computed_for_them(tmp_path):
    criteria = books.criteria_with(
        "eligibility: {", "eligibility: {minimums: [{criterion: technical, at_least: 50}], "
    )
    result = results.evaluated(tmp_path, criteria=criteria)
    page, _ = notices.page(result, "B社")
    rows = notices.said(page, "Points by criterion")
    assert rows[0] == ["技術点", "60", display(Fraction(45)) + ".0"]
    assert rows[3] == ["価格点", "40", "not scored"]


def test_the_currency_is_told_once_since_a_derived_amount_need_not_be_money(tmp_path):
    sheets = books.valid()
    sheets["案件"].append(["通貨", "円"])
    page, _ = notices.page(results.evaluated(tmp_path, sheets), "C社")
    assert notices.said(page, "What you offered") == ["提案価格: 9,000,000", "Currency: 円"]


def test_what_counts_only_on_a_condition_is_said_below_the_points():
    rules = """
        criteria:
          - {id: basic, name: 基礎点, points: 10}
          - {id: bonus, name: 加算点, points: 5, requires: {criterion: basic, at_least: 60%}}
    """
    marks = {"A": {"basic": ["5"], "bonus": ["5"]}}
    result = values.evaluate(values.sheet(rules), marks)
    page, _ = notices.page(result, "A")
    table = notices.block(page, "Points by criterion")
    assert "“加算点” counts only with at least 60% of “基礎点”." in map(str, table.notes)
