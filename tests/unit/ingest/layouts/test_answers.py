"""A row an answer: every column that is a criterion's is read, and nothing else is lost unnamed."""

import pytest

from procscore import pipeline
from support import books, stages


def _load(tmp_path, rows, sheets=None, criteria=books.CRITERIA, part=None):
    sheets = {**(sheets or books.without("採点_委員1", "採点_委員2")), "採点": rows}
    book = books.hand_in(tmp_path, sheets, criteria)
    return pipeline.evaluate([book], part=part) if part else pipeline.load_bids([book])


def _told(tmp_path, rows, *arguments):
    outcome = _load(tmp_path, rows, *arguments)
    return [(each.code, each.where.cell) for each in outcome.diagnostics]


def _with_column(heading, *values):
    """Return the answers with a column more."""
    rows = books.answers()
    for row, value in zip(rows, [heading, *values, *[None] * 6], strict=False):
        row.append(value)
    return rows


def test_the_marks_are_those_of_the_grids_with_their_cells_and_comments(tmp_path):
    headings, *rows = books.answers()
    outcome = _load(tmp_path, [headings, *reversed(rows)])
    assert outcome.diagnostics == ()
    marks = outcome.result.bids.marks
    assert [(each.evaluator, each.value) for each in marks["C社", "plan"]] == [
        ("委員1", 32.5),
        ("委員2", 30),
    ]
    (first, _) = marks["A社", "staff"]
    assert (first.value, first.where.cell, first.comment) == (18, "E7", "")
    assert marks["A社", "plan"][0].comment == "A社の計画"


def test_who_answers_is_the_panel_where_there_is_no_sheet_of_it(tmp_path):
    sheets = books.without("審査委員", "採点_委員1", "採点_委員2")
    outcome = _load(tmp_path, books.answers(), sheets)
    assert [each.id for each in outcome.result.bids.evaluators] == ["委員1", "委員2"]


@pytest.mark.parametrize(
    "heading",
    ["plan", "PLAN", "実施計画", "Q1. plan", "採点 [実施計画]", "【実施計画】（40点満点）"],
)
def test_a_column_is_known_by_the_criterion_in_its_heading(tmp_path, heading):
    rows = books.answers()
    rows[0][3] = heading
    assert _told(tmp_path, rows) == []


@pytest.mark.parametrize("heading", ["実施計画（その1）", "計画", "plan2", "実施計画の評価"])
def test_a_column_that_is_only_like_a_criterion_is_not_read_and_missing(tmp_path, heading):
    rows = books.answers()
    rows[0][3] = heading
    assert _told(tmp_path, rows) == [("criterion-column-missing", None), ("column-not-read", "D1")]


def test_a_name_that_two_criteria_have_names_neither(tmp_path):
    criteria = books.criteria_with("name: 実施体制", "name: 実施計画")
    told = _told(tmp_path, books.answers(), None, criteria)
    assert ("column-not-read", "D1") in told
    assert ("criterion-column-missing", None) in told
    assert "criterion-not-marked-here" not in {code for code, _ in told}


def test_a_second_column_of_a_criterion_is_refused_with_the_first(tmp_path):
    outcome = _load(tmp_path, _with_column("plan", 1))
    (told,) = outcome.diagnostics
    assert (told.code, told.where.cell, told.details["first"]) == (
        "criterion-column-doubled",
        "G1",
        "D1",
    )


@pytest.mark.parametrize("points", ["", "（40点満点）", "（5点満点）", "（0〜5点）", "（5段階）"])
def test_points_in_a_heading_are_the_criterion_s_or_the_highest_mark(tmp_path, points):
    criteria = books.criteria_with(
        "{id: plan, name: 実施計画, points: 40}",
        "{id: plan, name: 実施計画, points: 40, score: {method: marks, to: 5}}",
    )
    rows = books.answers()
    rows[0][3] = f"実施計画{points}"
    for number, row in enumerate(rows[1:]):
        row[3] = number % 5
    assert _told(tmp_path, rows, None, criteria) == []
    rows[0][3] = "実施計画（10点満点）"
    assert _told(tmp_path, rows, None, criteria) == [("points-differ", "D1")]


@pytest.mark.parametrize(
    "heading",
    [
        "タイムスタンプ",
        "メールアドレス",
        "回答ID",
        "ID",
        "Timestamp",
        "Email Address",
        "備考",
        "所見",
    ],
)
def test_what_forms_put_beside_the_answers_is_passed_over(tmp_path, heading):
    rows = _with_column(heading, "x")
    rows[0][0] = "開始時刻"
    assert _told(tmp_path, rows) == []


def test_a_criterion_goes_before_a_word_that_is_passed_over(tmp_path):
    criteria = books.criteria_with("name: 実施計画", "name: 状態")
    rows = books.answers()
    rows[0][3] = "状態"
    rows[0][5] = "状態の所見"
    outcome = _load(tmp_path, rows, None, criteria)
    assert outcome.diagnostics == ()
    assert outcome.result.bids.marks["A社", "plan"][0].value == 36


@pytest.mark.parametrize(
    "heading",
    [
        "実施体制 所見",
        "staff comment",
        "実施体制（コメント）",
        "staff Comment",
        "2. 実施体制（20点満点）の所見",
    ],
)
def test_a_comment_belongs_to_its_criterion(tmp_path, heading):
    outcome = _load(tmp_path, _with_column(heading, "経験\n豊富"))
    assert outcome.diagnostics == ()
    mark = outcome.result.bids.marks["A社", "staff"][0]
    assert mark.comment == "経験\n豊富"
    assert (mark.said.row, mark.said.column) == (mark.where.row, 7)


@pytest.mark.parametrize("heading", ["体制の所見", "実施計画 comment"])
def test_a_comment_of_nothing_and_a_second_one_are_told(tmp_path, heading):
    assert _told(tmp_path, _with_column(heading, "x")) == [("column-not-read", "G1")]


def test_two_answers_for_one_vendor_are_told_once_with_both_rows(tmp_path):
    rows = [*books.answers(), [None, "福井 一郎", "A社", 1, 1, None]]
    (told,) = _load(tmp_path, rows).diagnostics
    assert (told.code, told.where.cell, told.details["first"]) == ("answer-doubled", "B8", "B2")


def test_an_answer_of_nobody_or_for_nobody_is_refused(tmp_path):
    rows = books.answers()
    rows[1][1], rows[2][2] = "委員9", "Z社"
    told = _told(tmp_path, rows)
    assert ("evaluator-unknown", "B2") in told
    assert ("vendor-unknown", "C3") in told


def test_a_blank_is_a_blank_mark_and_a_refused_one_is_only_refused(tmp_path):
    rows = books.answers()
    rows[1][3], rows[2][4] = None, "18点"
    assert _told(tmp_path, rows) == [("mark-blank", "D2"), ("cell-unit", "E3")]


def test_who_has_only_refused_marks_has_handed_in(tmp_path):
    rows = books.answers()
    for row in rows[1:]:
        row[3:5] = ["36点", "18点"]
    assert {code for code, _ in _told(tmp_path, rows)} == {"cell-unit"}


def test_what_stands_below_no_heading_is_told(tmp_path):
    assert _told(tmp_path, _with_column(None, 7)) == [("column-without-heading", "G2")]


def test_sums_are_kept_and_compared(tmp_path):
    rows = _with_column("合計", 54, "-")
    rows[0].append("技術点（60点満点）")
    rows[3] += [48.5]
    outcome = _load(tmp_path, rows)
    assert [
        (each.evaluator, each.vendor, each.criterion, each.value, each.where.cell)
        for each in outcome.result.bids.stated
    ] == [("委員1", "A社", None, 54, "G2"), ("委員1", "C社", "technical", 48.5, "H4")]


def test_a_criterion_that_nobody_marks_may_have_an_empty_column(tmp_path):
    assert _told(tmp_path, _with_column("価格点")) == []
    assert _told(tmp_path, _with_column("価格点", 40)) == [("criterion-not-marked-here", "G1")]


TWO_PANELS = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: office}",
    books.criteria_with("panel: {", "panels: {office: {name: 事務職員}}\npanel: {"),
)


def test_each_panel_fills_its_own_columns(tmp_path):
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["審査委員"] = [["記号", "審査班"], ["委員1", None], ["委員2", "事務職員"]]
    rows = books.answers()
    for row in rows[1:]:
        row[4 if row[1] == "委員1" else 3] = None
    outcome = _load(tmp_path, rows, sheets, TWO_PANELS)
    assert outcome.diagnostics == ()
    assert [each.evaluator for each in outcome.result.bids.marks["A社", "staff"]] == ["委員2"]
    rows[4][3] = 34
    assert _told(tmp_path, rows, sheets, TWO_PANELS) == [("criterion-not-marked-here", "D5")]


def _staged():
    """Return the answers of the two stages; C社 is not asked in the second."""
    rows = [["委員", "提案者", "plan", "record", "hearing"]]
    for evaluator in ("委員1", "委員2"):
        vendors, *marks = stages.valid()[f"採点_{evaluator}"]
        rows += [
            [evaluator, *column]
            for column in zip(vendors[3:], *(row[3:] for row in marks), strict=True)
        ]
    return rows


def test_who_did_not_go_on_needs_no_answer_of_the_later_stage(tmp_path):
    outcome = _load(tmp_path, _staged(), stages.head(), stages.CRITERIA, pipeline.WHOLE)
    assert outcome.diagnostics == ()
    stages.usual_totals(outcome.result)


def test_columns_of_what_is_not_evaluated_are_not_read(tmp_path):
    rows = _staged()
    rows[1][4] = "未定"
    first = _load(tmp_path, rows, stages.head(), stages.CRITERIA, pipeline.Part(stage="first"))
    assert first.diagnostics == ()
    whole = _load(tmp_path, rows, stages.head(), stages.CRITERIA, pipeline.WHOLE)
    assert books.codes(whole) == ["cell-not-a-number"]


def test_a_stage_that_is_not_held_may_have_columns_all_the_same(tmp_path):
    criteria = books.criteria_with("{top: 2,", "{top: 2, skip_below: 5,", stages.CRITERIA)
    rows = _staged()
    rows[0][2:4] = ["実施計画", "実績"]
    for row in rows[1:]:
        row[4] = 20
    outcome = _load(tmp_path, rows, stages.head(), criteria)
    assert outcome.diagnostics == ()
    assert {criterion for _, criterion in outcome.result.bids.marks} == {"hearing"}
