"""The long table of marks: a row a mark, in any order, and no combination missing."""

import pytest

from procscore import pipeline
from support import books, stages


def _load(tmp_path, rows, *, keep=()):
    left_out = [name for name in ("採点_委員1", "採点_委員2") if name not in keep]
    sheets = {**books.without(*left_out), "採点": rows}
    return pipeline.load_bids([books.hand_in(tmp_path, sheets)])


def _told(tmp_path, rows, **options):
    return {(each.code, each.where.cell) for each in _load(tmp_path, rows, **options).diagnostics}


def test_the_marks_are_those_of_the_grids(tmp_path):
    headings, *rows = books.long_table()
    outcome = _load(tmp_path, [headings, *reversed(rows)])
    assert outcome.diagnostics == ()
    marks = outcome.result.bids.marks["C社", "plan"]
    assert [(mark.evaluator, mark.value) for mark in marks] == [("委員1", 32.5), ("委員2", 30)]


def test_headings_may_be_english_and_comments_beside_the_marks(tmp_path):
    _, *rows = books.long_table()
    headings = ["Evaluator", "Vendor", "Criterion", "Mark", "Comment"]
    outcome = _load(tmp_path, [headings, [*rows[0], "良い\n点"], *rows[1:]])
    mark = outcome.result.bids.marks["A社", "plan"][0]
    assert (mark.comment, mark.where.cell, mark.said.cell) == ("良い\n点", "D2", "E2")


def test_who_is_met_in_the_table_is_the_panel_where_there_is_no_sheet_of_it(tmp_path):
    sheets = {**books.without("審査委員", "採点_委員1", "採点_委員2"), "採点": books.long_table()}
    outcome = pipeline.load_bids([books.hand_in(tmp_path, sheets)])
    assert [each.id for each in outcome.result.bids.evaluators] == ["委員1", "委員2"]


def test_a_combination_without_a_row_is_a_blank_mark(tmp_path):
    rows = books.long_table()
    del rows[5]
    assert _told(tmp_path, rows) == {("mark-blank", None)}


def test_a_combination_with_two_rows_is_refused_with_the_first(tmp_path):
    rows = [*books.long_table(), ["福井 一郎", "㈱アルファ", "実施計画", 36]]
    outcome = _load(tmp_path, rows)
    doubled = [each for each in outcome.diagnostics if each.code == "mark-doubled"]
    assert [(each.where.cell, each.details["first"]) for each in doubled] == [("D14", "D2")]


@pytest.mark.parametrize(
    ("column", "written", "code", "cell"),
    [
        (0, "委員9", "evaluator-unknown", "A2"),
        (1, "Z社", "vendor-unknown", "B2"),
        (2, "plam", "criterion-unknown", "C2"),
        (2, "technical", "criterion-unknown", "C2"),
        (3, "九", "cell-not-a-number", "D2"),
    ],
)
def test_a_row_of_nobody_or_nothing_is_refused(tmp_path, column, written, code, cell):
    rows = books.long_table()
    rows[1][column] = written
    assert (code, cell) in _told(tmp_path, rows)


def test_a_column_that_is_not_known_is_told(tmp_path):
    rows = books.long_table()
    rows[0].append("日時")
    assert _told(tmp_path, rows) == {("column-not-read", "E1")}


def test_evaluators_may_hand_in_by_grid_and_by_table(tmp_path):
    headings, *rows = books.long_table()
    only = [headings, *(row for row in rows if row[0] == "委員2")]
    assert _told(tmp_path, only, keep=("採点_委員1",)) == set()


def test_who_has_a_grid_and_rows_in_the_table_is_no_stranger(tmp_path):
    told = _told(tmp_path, books.long_table(), keep=("採点_委員1",))
    assert "evaluator-unknown" not in {code for code, _ in told}
    assert told


def test_a_mark_that_was_refused_is_not_blank_and_its_evaluator_has_handed_in(tmp_path):
    headings, *rows = books.long_table()
    rows[0][3] = "九"
    assert _told(tmp_path, [headings, *rows]) == {("cell-not-a-number", "D2")}
    for row in rows:
        row[3] = "36点"
    assert {code for code, _ in _told(tmp_path, [headings, *rows])} == {"cell-unit"}


TWO_PANELS = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: office}",
    books.criteria_with("panel: {", "panels: {office: {name: 事務職員}}\npanel: {"),
)


def _two_panels(tmp_path, rows):
    """Load a table in which 委員1 is to mark plan, and 委員2, who sits on the office's panel, staff."""
    sheets = {**books.without("採点_委員1", "採点_委員2"), "採点": rows}
    sheets["審査委員"] = [["記号", "審査班"], ["委員1", None], ["委員2", "事務職員"]]
    outcome = pipeline.load_bids([books.hand_in(tmp_path, sheets, TWO_PANELS)])
    return outcome.result, [(each.code, each.where.cell) for each in outcome.diagnostics]


def test_who_sits_on_another_panel_owes_no_mark(tmp_path):
    headings, *rows = books.long_table()
    own = [row for row in rows if (row[0], row[2]) in {("委員1", "plan"), ("委員2", "staff")}]
    handed, told = _two_panels(tmp_path, [headings, *own])
    assert told == []
    assert [mark.evaluator for mark in handed.bids.marks["A社", "staff"]] == ["委員2"]
    assert _two_panels(tmp_path, [headings, *own[:-1]])[1] == [("mark-blank", None)]


def test_a_mark_for_what_another_panel_marks_is_refused(tmp_path):
    headings, *rows = books.long_table()
    own = [row for row in rows if (row[0], row[2]) in {("委員1", "plan"), ("委員2", "staff")}]
    stranger = ["委員2", "A社", "plan", 34]
    assert _two_panels(tmp_path, [headings, *own, stranger])[1] == [
        ("criterion-not-marked-here", "C8")
    ]


def _staged(tmp_path, part, *, hearing=None):
    """Evaluate the two stages from a table; C社 has no row for the second."""
    sheets = stages.valid()
    rows = [["委員", "提案者", "審査項目", "点数"]]
    for evaluator in ("委員1", "委員2"):
        headings, *marks = sheets.pop(f"採点_{evaluator}")
        rows += [
            [evaluator, vendor, row[0], mark if row[0] != "hearing" else hearing or mark]
            for row in marks
            for vendor, mark in zip(headings[3:], row[3:], strict=True)
            if mark is not None
        ]
    sheets["採点"] = rows
    book = books.hand_in(tmp_path, sheets, stages.CRITERIA)
    return pipeline.evaluate([book], part=part)


def test_who_did_not_go_on_needs_no_rows_of_the_later_stage(tmp_path):
    outcome = _staged(tmp_path, pipeline.WHOLE)
    assert outcome.diagnostics == ()
    stages.usual_totals(outcome.result)


def test_rows_of_what_is_not_evaluated_are_not_read(tmp_path):
    outcome = _staged(tmp_path, pipeline.Part(stage="first"), hearing="未定")
    assert outcome.diagnostics == ()
    assert outcome.result.stages[0].passed == ("A社", "B社")
    whole = _staged(tmp_path, pipeline.WHOLE, hearing="未定")
    assert set(books.codes(whole)) == {"cell-not-a-number"}
