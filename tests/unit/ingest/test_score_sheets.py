"""Which sheet of marks is whose, who owes one, and how several of one evaluator go together."""

import pytest

from procscore import pipeline
from support import books, stages

PANELS = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: office}",
    books.criteria_with("panel: {", "panels: {office: {name: 事務職員}}\npanel: {"),
)
SECRETARIAT = books.criteria_with(
    "  - id: price",
    "  - {id: isms, name: 認証, score: {method: check, by: secretariat}}\n  - id: price",
)
CONSENSUS = books.criteria_with("aggregate: mean", "aggregate: consensus")
HEADINGS = ["ID", "審査項目", "配点", "A社", "B社", "C社"]
ANSWERS = [HEADINGS, ["isms", "認証", None, "○", "○", "○"]]


def _told(outcome):
    return [(each.code, each.where.name, each.where.sheet) for each in outcome.diagnostics]


def _loaded(tmp_path, sheets, criteria=books.CRITERIA, *more):
    """Load the main workbook and, beside it, one workbook for each of `more`."""
    paths = [books.hand_in(tmp_path, sheets, criteria)]
    paths += [
        books.save(tmp_path / f"{number}.xlsx", each) for number, each in enumerate(more, start=1)
    ]
    return pipeline.load_bids(paths)


def _by_panel():
    """Return sheets in which 委員1 marks plan, and 委員2, of the office's panel, staff."""
    sheets = books.valid()
    sheets["審査委員"] = [["記号", "審査班"], ["委員1", None], ["委員2", "事務職員"]]
    del sheets["採点_委員1"][2]
    del sheets["採点_委員2"][1]
    return sheets


def test_each_panel_marks_its_own_criteria(tmp_path):
    outcome = _loaded(tmp_path, _by_panel(), PANELS)
    assert _told(outcome) == []
    given = outcome.result.bids.marks
    assert [mark.evaluator for mark in given["A社", "plan"]] == ["委員1"]
    assert [mark.evaluator for mark in given["A社", "staff"]] == ["委員2"]


def test_what_another_panel_marks_is_refused_on_an_evaluator_s_sheet(tmp_path):
    sheets = _by_panel()
    sheets["採点_委員1"].append(["staff", "実施体制", 20, 1, None, None])
    assert _told(_loaded(tmp_path, sheets, PANELS)) == [
        ("criterion-not-marked-here", "bids.xlsx", "採点_委員1")
    ]


def test_who_sits_on_both_panels_marks_everything(tmp_path):
    own = books.criteria_with("panel: {aggregate", "panel: {name: 委員会, aggregate", PANELS)
    sheets = books.valid()
    sheets["審査委員"] = [
        ["記号", "審査班"],
        ["委員1", "office, 委員会"],
        ["委員2", "委員会,office"],
    ]
    assert _told(_loaded(tmp_path, sheets, own)) == []


def test_who_sits_on_a_panel_that_marks_nothing_owes_no_sheet(tmp_path):
    sheets = _by_panel()
    sheets["審査委員"].append(["委員3", "事務職員"])
    assert _told(_loaded(tmp_path, sheets, PANELS)) == [
        ("evaluator-sheet-missing", "bids.xlsx", "審査委員")
    ]
    only_office = books.criteria_with(
        "{id: plan, name: 実施計画, points: 40}",
        "{id: plan, name: 実施計画, points: 40, panel: office}",
        PANELS,
    )
    sheets = books.valid()
    rows = [["委員1", "事務職員"], ["委員2", "事務職員"], ["委員3", None]]
    sheets["審査委員"] = [["記号", "審査班"], *rows]
    assert _told(_loaded(tmp_path, sheets, only_office)) == []


def test_the_same_sheet_in_two_workbooks_is_told_and_read_once(tmp_path):
    again = {"採点_委員1": books.valid()["採点_委員1"]}
    assert _told(_loaded(tmp_path, books.valid(), books.CRITERIA, again)) == [
        ("evaluator-sheet-copied", "1.xlsx", "採点_委員1")
    ]


def _handed_in_by_stage(tmp_path, change=lambda *_: None):
    """Load what 委員1 hands in after each stage, changed; 委員2 has one sheet for both."""
    sheets = {**stages.head(), "採点_委員2": stages.valid()["採点_委員2"]}
    returned = stages.by_stage("委員1")
    change(*(each["採点_委員1"] for each in returned))
    return _loaded(tmp_path, sheets, stages.CRITERIA, *returned)


def test_an_evaluator_may_hand_in_one_sheet_a_stage(tmp_path):
    outcome = _handed_in_by_stage(tmp_path)
    assert _told(outcome) == []
    places = {
        criterion: mark.where.name
        for (vendor, criterion), given in outcome.result.bids.marks.items()
        for mark in given
        if (vendor, mark.evaluator) == ("A社", "委員1")
    }
    assert places == {"plan": "1.xlsx", "record": "1.xlsx", "hearing": "2.xlsx"}


def test_marks_that_differ_on_two_sheets_of_an_evaluator_are_listed_with_both_cells(tmp_path):
    def change(_first, second):
        second[0].append("C社")
        second.append(["record", "実績", 10, 9, 7.5, 5])

    outcome = _handed_in_by_stage(tmp_path, change)
    assert _told(outcome) == [("evaluator-sheet-doubled", "2.xlsx", "採点_委員1")]
    details = outcome.diagnostics[0].details
    assert (details["other"].name, details["count"]) == ("1.xlsx", 1)
    assert str(details["cells"]) == "E3 “8” / E3 “7.5”"


def test_equal_marks_on_two_sheets_of_an_evaluator_are_read_once(tmp_path):
    def change(_first, second):
        second[0].append("C社")
        second.append(["record", "実績", 10, 9, 8, 5])

    outcome = _handed_in_by_stage(tmp_path, change)
    assert _told(outcome) == [("evaluator-sheet-copied", "2.xlsx", "採点_委員1")]
    record = outcome.result.bids.marks["A社", "record"]
    assert [mark.evaluator for mark in record] == ["委員1", "委員2"]


def test_a_form_that_was_left_empty_is_no_version(tmp_path):
    """The secretariat's workbook holds blank forms, and the filled ones come back on their own."""
    blank = [row[:3] if number else row for number, row in enumerate(books.valid()["採点_委員1"])]
    filled = {"採点_委員1": books.valid()["採点_委員1"]}
    sheets = {**books.valid(), "採点_委員1": blank}
    outcome = _loaded(tmp_path, sheets, books.CRITERIA, filled)
    assert _told(outcome) == []
    assert {mark.where.name for mark in outcome.result.bids.marks["A社", "plan"]} == {
        "bids.xlsx",
        "1.xlsx",
    }


def test_two_sheets_of_an_evaluator_that_together_hold_every_row_are_read(tmp_path):
    headings, plan, staff = books.valid()["採点_委員1"]
    sheets = {**books.valid(), "採点_委員1": [headings, plan]}
    outcome = _loaded(tmp_path, sheets, books.CRITERIA, {"採点_委員1": [headings, staff]})
    assert _told(outcome) == []


def test_a_criterion_on_no_sheet_of_an_evaluator_is_told_once(tmp_path):
    def change(first, _second):
        del first[2]

    outcome = _handed_in_by_stage(tmp_path, change)
    assert _told(outcome) == [("criterion-row-missing", "1.xlsx", "採点_委員1")]
    assert outcome.diagnostics[0].details["criterion"] == "record"


@pytest.mark.parametrize("first", ["1.xlsx", "2.xlsx"])
def test_a_sheet_without_headings_says_nothing_of_the_other(tmp_path, first):
    """What stands in it is not known, so that nothing is doubled and nothing is missing."""

    def change(*sheets):
        sheets[int(first[0]) - 1][0][0] = "No."

    assert _told(_handed_in_by_stage(tmp_path, change)) == [
        ("headings-missing", first, "採点_委員1")
    ]


def test_own_ranks_on_two_sheets_of_an_evaluator_are_refused(tmp_path):
    criteria = books.criteria_with(
        "ranking: {by: points", "ranking: {by: rank-sum, evaluator_ranks: distinct", stages.CRITERIA
    )
    criteria = books.criteria_with(
        "gate: {top: 2, at_cut: committee}}",
        "gate: {top: 2, at_cut: committee}, ranking: {by: points, ties: [committee]}}",
        criteria,
    )
    sheets = {**stages.head(), "採点_委員2": stages.valid()["採点_委員2"]}
    first, second = stages.by_stage("委員1")
    first["採点_委員1"].append(["順位", None, None, 2, 1])
    second["採点_委員1"].append(["順位", None, None, 1, 2])
    outcome = _loaded(tmp_path, sheets, criteria, first, second)
    assert [(each.code, each.where.cell) for each in outcome.diagnostics] == [
        ("criterion-doubled", "D3"),
        ("criterion-doubled", "E3"),
    ]


def test_a_sheet_of_nobody_is_refused_and_the_missing_one_told(tmp_path):
    sheets = books.valid()
    sheets["採点_委員3"] = sheets.pop("採点_委員2")
    assert _told(_loaded(tmp_path, sheets)) == [
        ("evaluator-sheet-missing", "bids.xlsx", "審査委員"),
        ("evaluator-unknown", "bids.xlsx", "採点_委員3"),
    ]


def test_who_is_recused_for_all_that_are_marked_owes_no_sheet(tmp_path):
    sheets = books.with_cells({"審査委員": {"D3": "A社、B社"}, "提案者": {"D4": "辞退"}})
    del sheets["採点_委員2"]
    codes = {code for code, *_ in _told(_loaded(tmp_path, sheets))}
    assert codes == {"evaluator-recused", "marks-not-scored"}
    sheets["審査委員"][2][3] = "A社"
    codes = {code for code, *_ in _told(_loaded(tmp_path, sheets))}
    assert "evaluator-sheet-missing" in codes


def test_evaluators_who_agree_on_a_mark_need_no_sheets(tmp_path):
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["合議"] = books.valid()["採点_委員1"]
    assert _told(_loaded(tmp_path, sheets, CONSENSUS)) == []


def test_a_panel_that_agrees_does_not_excuse_another(tmp_path):
    criteria = books.criteria_with("{office: {name", "{office: {aggregate: consensus, name", PANELS)
    sheets = _by_panel()
    sheets["合議"] = [HEADINGS, sheets.pop("採点_委員2")[1]]
    outcome = _loaded(tmp_path, sheets, criteria)
    assert _told(outcome) == []
    assert set(outcome.result.bids.agreed) == {(each, "staff") for each in ("A社", "B社", "C社")}
    del sheets["採点_委員1"]
    assert _told(_loaded(tmp_path, sheets, criteria)) == [
        ("no-evaluator-sheets", "bids.xlsx", None)
    ]


@pytest.mark.parametrize(
    ("role", "criteria", "filled"),
    [
        ("事務局", SECRETARIAT, ANSWERS),
        ("合議", CONSENSUS, books.valid()["採点_委員1"]),
    ],
)
def test_a_sheet_of_one_mark_a_criterion_is_needed_where_a_rule_asks_for_it(
    tmp_path, role, criteria, filled
):
    assert _told(_loaded(tmp_path, books.valid(), criteria)) == [
        ("sheet-missing", "bids.xlsx", None)
    ]
    given = {**books.valid(), role: filled}
    assert _told(_loaded(tmp_path, given, criteria)) == []
    assert _told(_loaded(tmp_path, given)) == [("sheet-not-needed", "bids.xlsx", role)]
    short = {**books.valid(), role: filled[:-1]}
    assert _told(_loaded(tmp_path, short, criteria)) == [
        ("criterion-row-missing", "bids.xlsx", role)
    ]


def test_a_sheet_that_only_a_later_stage_needs_is_not_called_unneeded(tmp_path):
    criteria = books.criteria_with(
        "step: 0.5}}\n  - id: price",
        "step: 0.5, by: secretariat}}\n  - id: price",
        stages.CRITERIA,
    )
    sheets = stages.valid()
    for name in ("採点_委員1", "採点_委員2"):
        del sheets[name][3]
    sheets["事務局"] = [HEADINGS, ["hearing", "プレゼンテーション", 30, 25, 27, None]]
    book = books.hand_in(tmp_path, sheets, criteria)
    for part in (pipeline.WHOLE, pipeline.Part(stage="first")):
        assert _told(pipeline.evaluate([book], part=part)) == []


def test_sheets_of_the_panel_are_not_needed_where_it_marks_nothing(tmp_path):
    criteria = books.criteria_with("step: 0.5}", "step: 0.5, by: secretariat}")
    sheets = {**books.valid(), "事務局": books.valid()["採点_委員1"]}
    assert _told(_loaded(tmp_path, sheets, criteria)) == [
        ("sheet-not-needed", "bids.xlsx", "採点_委員1"),
        ("sheet-not-needed", "bids.xlsx", "採点_委員2"),
    ]


def _answers(*headings, evaluators=("委員1", "委員2")):
    """Return answers of the two stages with some of the criteria; C社 is not asked for the hearing."""
    rows = [["委員", "提案者", *headings]]
    for evaluator in evaluators:
        vendors, *marks = stages.valid()[f"採点_{evaluator}"]
        by_id = {row[0]: row[3:] for row in marks}
        columns = zip(vendors[3:], *(by_id[each] for each in headings), strict=True)
        rows += [[evaluator, *column] for column in columns]
    return rows


def _answered(tmp_path, *tables, sheets=None):
    """Load a table of answers a workbook, beside the procurement of two stages."""
    sheets = sheets or stages.head()
    more = [{"採点": table} for table in tables]
    return _told(_loaded(tmp_path, sheets, stages.CRITERIA, *more))


def test_answers_of_each_stage_go_together(tmp_path):
    assert _answered(tmp_path, _answers("plan", "record"), _answers("hearing")) == []


def test_a_criterion_without_a_column_in_any_answers_is_told_once_for_all(tmp_path):
    assert _answered(tmp_path, _answers("plan"), _answers("hearing")) == [
        ("criterion-column-missing", "1.xlsx", "採点")
    ]


def test_a_criterion_is_missing_only_from_the_answers_of_who_has_it_nowhere(tmp_path):
    one = _answers("plan", "record", "hearing", evaluators=["委員1"])
    other = _answers("plan", "hearing", evaluators=["委員2"])
    assert _answered(tmp_path, one, other) == [("criterion-column-missing", "2.xlsx", "採点")]


def test_a_criterion_whose_marks_were_refused_is_not_missing_elsewhere(tmp_path):
    hearing = _answers("hearing")
    for row in hearing[1:]:
        row[2] = "良"
    told = _answered(tmp_path, _answers("plan", "record"), hearing)
    assert {code for code, *_ in told} == {"cell-not-a-number"}


def test_a_refused_mark_does_not_hide_the_blanks_beside_it(tmp_path):
    headings, *rows = books.answers()
    plan = [[*headings[:4], None, None], *([*row[:4], None, None] for row in rows)]
    staff = [[*headings[:3], "staff"], *([*row[:3], row[4]] for row in rows)]
    staff[1][3] = "良"
    del staff[2:4]
    head = books.without("採点_委員1", "採点_委員2")
    outcome = _loaded(tmp_path, head, books.CRITERIA, {"採点": plan}, {"採点": staff})
    assert [(each.code, each.where.name) for each in outcome.diagnostics] == [
        ("mark-blank", "1.xlsx"),
        ("mark-blank", "1.xlsx"),
        ("cell-not-a-number", "2.xlsx"),
    ]


def test_what_is_on_no_score_sheet_and_in_no_answers_is_told_of_the_score_sheet(tmp_path):
    first, _second = stages.by_stage("委員1")
    del first["採点_委員1"][2]
    sheets = {**stages.head(), **first, "採点_委員2": stages.valid()["採点_委員2"]}
    assert _answered(tmp_path, _answers("hearing", evaluators=["委員1"]), sheets=sheets) == [
        ("criterion-row-missing", "bids.xlsx", "採点_委員1")
    ]


def test_answers_of_one_stage_may_stand_beside_a_score_sheet_of_the_other(tmp_path):
    sheets = {
        **stages.head(),
        **{f"採点_{each}": stages.by_stage(each)[0][f"採点_{each}"] for each in ("委員1", "委員2")},
    }
    assert _answered(tmp_path, _answers("hearing"), sheets=sheets) == []


def test_answers_that_differ_from_a_score_sheet_are_two_versions(tmp_path):
    answers = _answers("plan", "record", "hearing", evaluators=["委員1"])
    answers[1][2] = 18
    assert _answered(tmp_path, answers, sheets=stages.valid()) == [
        ("evaluator-sheet-doubled", "bids.xlsx", "採点_委員1")
    ]


def test_a_table_of_neither_layout_says_what_is_needed(tmp_path):
    sheets = {**books.without("採点_委員1", "採点_委員2"), "採点": [["委員", "実施計画"]]}
    assert _told(_loaded(tmp_path, sheets)) == [("headings-missing", "bids.xlsx", "採点")]


OVERRIDES = books.criteria_with("aggregate: mean,", "aggregate: mean, consensus: overrides,")


def test_agreed_marks_that_override_may_be_few_or_none(tmp_path):
    assert _told(_loaded(tmp_path, books.valid(), OVERRIDES)) == []
    few = {**books.valid(), "合議": [["ID", "B社", "B社 所見"], ["plan", 31, "再確認"]]}
    outcome = _loaded(tmp_path, few, OVERRIDES)
    assert _told(outcome) == []
    ((place, (mark,)),) = outcome.result.bids.agreed.items()
    assert (place, mark.value, mark.comment) == (("B社", "plan"), 31, "再確認")


def test_a_blank_agreed_mark_is_none(tmp_path):
    given = {**books.valid(), "合議": [["ID", "B社"], ["plan", None], ["staff", 15]]}
    assert list(_loaded(tmp_path, given, OVERRIDES).result.bids.agreed) == [("B社", "staff")]


def test_who_owes_nothing_since_all_was_agreed_on_needs_no_sheet(tmp_path):
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["合議"] = books.valid()["採点_委員1"]
    assert _told(_loaded(tmp_path, sheets, OVERRIDES)) == []
    sheets["合議"] = [row[:-1] for row in books.valid()["採点_委員1"]]  # C社 is not agreed on
    assert _told(_loaded(tmp_path, sheets, OVERRIDES)) == [
        ("no-evaluator-sheets", "bids.xlsx", None)
    ]
    sheets["採点_委員1"] = books.valid()["採点_委員1"]
    told = _told(_loaded(tmp_path, sheets, OVERRIDES))
    assert [each for each in told if each[0] != "agreed-without-reason"] == [
        ("evaluator-sheet-missing", "bids.xlsx", "審査委員")
    ]
