"""Which sheet is which, in one workbook or in many."""

import hashlib

import pytest

from procscore import pipeline
from procscore.diagnostics import Problems
from procscore.ingest import bids_file
from support import books, moderated, stages


def _open(*paths):
    problems = Problems()
    return bids_file.open_books(paths, problems), problems


def _handed(tmp_path, sheets, criteria=books.CRITERIA):
    outcome = pipeline.load_bids([books.hand_in(tmp_path, sheets, criteria)])
    assert outcome.result is not None, outcome.diagnostics
    return outcome.result.bids


def test_sheets_are_sorted_by_what_they_hold(tmp_path):
    opened, problems = _open(books.save(tmp_path / "bids.xlsx", books.valid()))
    assert set(opened.roles) == {"procurement", "vendors", "evaluators"}
    assert [name for name, _ in opened.marks.grids] == ["委員1", "委員2"]
    assert list(problems) == []


def test_the_order_of_the_sheets_does_not_matter(tmp_path):
    turned = dict(reversed(books.valid().items()))
    told = books.evaluate(tmp_path, turned)
    assert told.diagnostics == ()
    books.usual_totals(told.result)


def test_every_file_goes_in_with_its_name_and_digest(tmp_path):
    path = books.save(tmp_path / "bids.xlsx", books.valid())
    opened, _ = _open(path)
    (file,) = opened.files
    assert file.name == "bids.xlsx"
    assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_criteria_sheet_is_named_with_its_cell(tmp_path):
    opened, _ = _open(books.save(tmp_path / "bids.xlsx", books.valid()))
    assert opened.criteria_named.text == "criteria.yaml"
    assert opened.criteria_named.where.cell == "B2"


def test_without_an_entry_no_criteria_sheet_is_named(tmp_path):
    opened, _ = _open(books.save(tmp_path / "bids.xlsx", books.without("案件")))
    assert opened.criteria_named is None


def test_a_refused_workbook_does_not_stop_the_others(tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"")
    opened, problems = _open(bad, books.save(tmp_path / "bids.xlsx", books.valid()))
    assert [each.code for each in problems] == ["workbook-empty"]
    assert "vendors" in opened.roles


def test_marks_stand_in_the_order_of_the_panel(tmp_path):
    sheets = books.valid()
    sheets["審査委員"][1:] = reversed(sheets["審査委員"][1:])
    marks = _handed(tmp_path, sheets).marks["A社", "plan"]
    assert [(mark.evaluator, mark.value) for mark in marks] == [("委員2", 34), ("委員1", 36)]


def test_without_an_evaluators_sheet_the_panel_is_who_has_handed_in(tmp_path):
    bids = _handed(tmp_path, books.without("審査委員"))
    assert [evaluator.id for evaluator in bids.evaluators] == ["委員1", "委員2"]


def test_a_sheet_may_carry_the_evaluators_name_instead_of_the_id(tmp_path):
    sheets = {name.replace("委員1", "福井 一郎"): rows for name, rows in books.valid().items()}
    marks = _handed(tmp_path, sheets).marks["A社", "plan"]
    assert [mark.evaluator for mark in marks] == ["委員1", "委員2"]


def test_who_is_absent_owes_no_sheet(tmp_path):
    sheets = books.with_cells({"審査委員": {"C3": "欠席"}})
    del sheets["採点_委員2"]
    bids = _handed(tmp_path, sheets)
    assert [mark.evaluator for mark in bids.marks["A社", "plan"]] == ["委員1"]


def test_a_mark_knows_its_cell_and_how_it_was_written(tmp_path):
    mark = _handed(tmp_path, books.valid()).marks["C社", "plan"][0]
    assert (mark.where.sheet, mark.where.cell, mark.written) == ("採点_委員1", "F2", "32.5")


def test_agreed_marks_are_kept_apart_from_the_panels(tmp_path):
    criteria = books.criteria_with("aggregate: mean", "aggregate: consensus")
    sheets = {**books.valid(), "合議": books.valid()["採点_委員1"]}
    bids = _handed(tmp_path, sheets, criteria)
    assert [mark.value for mark in bids.agreed["A社", "plan"]] == [36]
    assert [mark.value for mark in bids.marks["A社", "plan"]] == [36, 34]


def test_blanks_of_agreed_marks_that_need_not_be_given_are_kept_apart(tmp_path):
    sheets = books.with_cells({"合議": {"D2": None}}, moderated.sheets())
    bids = _handed(tmp_path, sheets, moderated.CRITERIA)
    assert [(place, marks[0].value) for place, marks in bids.agreed.items()] == [
        (("A社", "staff"), 17)
    ]
    (blank,) = bids.not_agreed["A社", "plan"]
    assert (blank.value, blank.where.cell, blank.comment) == (None, "D2", moderated.REASON)
    # The others have no column there: the sheet is the place.
    assert bids.not_agreed["B社", "plan"][0].where.cell is None


def test_a_place_names_the_workbook_as_it_was_named(tmp_path):
    path = books.hand_in(tmp_path, books.without("採点_委員1", "採点_委員2"))
    (told,) = pipeline.evaluate([path]).diagnostics
    assert told.where.file == str(path)


def test_sums_that_were_written_are_kept_beside_the_marks(tmp_path):
    criteria = books.criteria_with(
        "aggregate: mean",
        "aggregate: consensus",
        books.criteria_with(
            "{id: staff, name: 実施体制, points: 20}",
            "{id: staff, name: 実施体制, points: 20, score: {method: marks, by: secretariat}}",
        ),
    )
    headings, plan, staff = books.valid()["採点_委員1"]
    total = [None, "合計", None, 36, None, None]
    sheets = {
        **books.valid(),
        "採点_委員1": [headings, plan, total],
        "採点_委員2": [headings, plan],
        "合議": [headings, plan, ["technical", None, None, None, 30]],
        "事務局": [headings, staff, total],
    }
    bids = _handed(tmp_path, sheets, criteria)
    stated = [
        (each.where.sheet, each.evaluator, each.criterion, each.value) for each in bids.stated
    ]
    assert stated == [
        ("採点_委員1", "委員1", None, 36),
        ("事務局", "事務局", None, 36),
        ("合議", "合議", "technical", 30),
    ]


def test_only_a_panel_that_agrees_has_agreed_marks(tmp_path):
    """The sheet's own panel takes the mean; the office agrees."""
    criteria = books.criteria_with(
        "{id: staff, name: 実施体制, points: 20}",
        "{id: staff, name: 実施体制, points: 20, panel: office}",
        books.criteria_with(
            "panel: {", "panels: {office: {name: 事務職員, aggregate: consensus}}\npanel: {"
        ),
    )
    headings, plan, staff = books.valid()["採点_委員1"]
    sheets = {
        **books.without("採点_委員2"),
        "審査委員": [["記号", "審査班"], ["委員1", None], ["委員2", "office"]],
        "採点_委員1": [headings, plan],
        "合議": [headings, staff],
    }
    bids = _handed(tmp_path, sheets, criteria)
    assert {criterion for _, criterion in bids.agreed} == {"staff"}
    assert {criterion for _, criterion in bids.marks} == {"plan"}


def test_who_has_a_sheet_for_each_stage_is_one_evaluator(tmp_path):
    returned = [
        books.save(tmp_path / f"{number}.xlsx", each)
        for number, each in enumerate(
            [sheets for name in ("委員1", "委員2") for sheets in stages.by_stage(name)]
        )
    ]
    head = {name: rows for name, rows in stages.head().items() if name != "審査委員"}
    outcome = pipeline.load_bids([books.hand_in(tmp_path, head, stages.CRITERIA), *returned])
    assert outcome.diagnostics == ()
    assert [each.id for each in outcome.result.bids.evaluators] == ["委員1", "委員2"]


def test_a_csv_file_is_a_sheet_with_its_name_and_goes_in_with_its_digest(tmp_path):
    paths = [books.save_csv(tmp_path / f"{name}.csv", rows) for name, rows in books.valid().items()]
    opened, problems = _open(*paths)
    assert list(problems) == []
    assert set(opened.roles) == {"procurement", "vendors", "evaluators"}
    assert [name for name, _ in opened.marks.grids] == ["委員1", "委員2"]
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    assert [file.sha256 for file in opened.files] == digests


@pytest.mark.parametrize("name", ["export.csv", "採点 (1).CSV", "採点_業務.csv", "Marks.csv"])
@pytest.mark.parametrize("rows", [books.long_table(), books.answers()], ids=["marks", "answers"])
def test_a_csv_file_with_the_headings_of_marks_holds_marks_whatever_its_name_is(
    tmp_path, name, rows
):
    opened, problems = _open(books.save_csv(tmp_path / name, rows))
    assert list(problems) == []
    assert [sheet.where.name for sheet in opened.marks.tables] == [name]
    assert opened.marks.grids == []


def test_the_name_of_another_sheet_goes_before_the_headings(tmp_path):
    opened, _ = _open(books.save_csv(tmp_path / "事務局.csv", books.answers()))
    assert set(opened.roles) == {"secretariat"}
    assert opened.marks.tables == []


def test_a_csv_file_that_is_not_understood_is_no_mere_warning(tmp_path):
    unlike = books.save_csv(tmp_path / "鈴木.csv", books.valid()["採点_委員1"])
    like = books.save_csv(tmp_path / "採点鈴木.csv", books.valid()["採点_委員2"])
    opened, problems = _open(unlike, like)
    assert [each.code for each in problems] == ["sheet-like-marks", "csv-not-understood"]
    (_, told) = problems
    assert "審査委員" in told.message
    assert "審査項目" in told.message
    assert opened.marks.sheets == ()


def test_the_same_csv_file_twice_is_read_once(tmp_path):
    paths = [books.save_csv(tmp_path / name, books.answers()) for name in ("a.csv", "b.csv")]
    opened, problems = _open(*paths)
    assert [each.code for each in problems] == ["workbook-given-twice"]
    assert len(opened.marks.tables) == 1


def test_a_refused_csv_file_does_not_stop_the_others(tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b'"')
    opened, problems = _open(bad, books.save_csv(tmp_path / "b.csv", books.answers()))
    assert [each.code for each in problems] == ["csv-quotes-wrong"]
    assert len(opened.marks.tables) == len(opened.files) == 1


def test_in_a_workbook_the_name_of_a_sheet_decides(tmp_path):
    sheets = {"フォームの回答 1": books.answers(), "採点用": []}
    opened, problems = _open(books.save(tmp_path / "answers.xlsx", sheets))
    assert [(each.code, each.where.sheet) for each in problems] == [
        ("sheet-not-read", "フォームの回答 1")
    ]
    assert opened.marks.sheets == ()
