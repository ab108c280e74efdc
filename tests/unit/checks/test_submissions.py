"""Who owes which marks, and what of them is there. Workbooks with refused cells: test_pipeline."""

import pytest

from procscore.checks import bids as bids_checks
from procscore.checks.submissions import submissions
from procscore.diagnostics import Diagnostic, Location, Problems
from procscore.model.submission import By, State
from support.values import AGREED, bids, sheet

SHEET = sheet(
    """
    criteria:
      - {id: plan, points: 60}
      - {id: staff, points: 40}
    """
)
CHECKED = sheet(
    """
    criteria:
      - {id: plan, points: 60}
      - {id: isms, points: 10, score: {method: check, by: secretariat}}
    """
)
CONSENSUS = sheet(
    """
    criteria:
      - {id: plan, points: 60}
      - {id: staff, points: 40, panel: office}
    panel: {aggregate: consensus}
    panels: {office: {name: 職員}}
    """
)
STAGED = sheet(
    """
    criteria:
      - {id: plan, points: 60}
      - {id: hearing, points: 40}
    stages:
      - {id: first, name: First, criteria: [plan], gate: {top: 1}}
      - {id: second, name: Second, criteria: [hearing]}
    """
)


def told(criteria, vendors, **handed_in):
    """Return what was handed in, with the problems that the checks find."""
    given = bids(criteria, vendors, **handed_in)
    problems = Problems()
    bids_checks.check(criteria, given, problems)
    return submissions(criteria, given, tuple(problems))


def states(result):
    """Return the state of every row by who gives the marks."""
    return {
        row.evaluator.id if row.evaluator else str(row.by): str(row.state) for row in result.rows
    }


def figures(result):
    """Return owed, given and blank of every row."""
    return [(row.owed, row.given, len(row.blank)) for row in result.rows]


def blanks(row):
    return [(each.vendor, each.criterion, each.where.cell) for each in row.blank]


def test_who_has_given_every_mark_is_complete():
    result = told(SHEET, {"A": {"plan": [50, 40], "staff": [30, 20]}})
    assert states(result) == {"E1": "complete", "E2": "complete"}
    assert figures(result) == [(2, 2, 0), (2, 2, 0)]
    assert result.complete


def test_blanks_are_told_with_their_cells_by_vendor_and_criterion():
    vendors = {
        "A": {"plan": [50, None], "staff": [30, 20]},
        "B": {"plan": [50, None], "staff": [1, None]},
    }
    _one, other = told(SHEET, vendors).rows
    assert other.state is State.INCOMPLETE
    assert blanks(other) == [("A", "plan", "D2"), ("B", "plan", "E2"), ("B", "staff", "E3")]
    assert other.sheets == (Location("bids.xlsx", "採点_E2"),)


def test_who_has_handed_in_nothing_owes_everything():
    result = told(SHEET, {"A": {"plan": [50], "staff": [30]}}, evaluators=["E1", "E2"])
    assert states(result) == {"E1": "complete", "E2": "missing"}
    assert result.rows[1].open == 2


def test_a_form_that_was_left_empty_was_not_handed_in():
    result = told(SHEET, {"A": {"plan": [50, None], "staff": [30, None]}})
    assert states(result)["E2"] == "missing"
    assert result.rows[1].sheets == (Location("bids.xlsx", "採点_E2"),)


def test_a_zero_is_a_mark():
    result = told(SHEET, {"A": {"plan": [0], "staff": [0]}})
    assert states(result) == {"E1": "complete"}


def test_who_is_absent_owes_nothing():
    result = told(SHEET, {"A": {"plan": [50, None], "staff": [30, None]}}, absent=["E2"])
    assert states(result)["E2"] == "absent"
    assert figures(result)[1] == (0, 0, 0)


def test_who_is_recused_owes_the_other_vendors_only():
    vendors = {"A": {"plan": [None], "staff": [None]}, "B": {"plan": [50], "staff": [30]}}
    result = told(SHEET, vendors, recused={"E1": ["A"]})
    assert states(result) == {"E1": "complete"}
    assert figures(result) == [(2, 2, 0)]
    assert told(SHEET, vendors, recused={"E1": ["A", "B"]}).rows[0].state is State.NOTHING_OWED


@pytest.mark.parametrize("status", ["withdrawn", "disqualified", "invalid"])
def test_a_vendor_that_is_out_is_not_owed(status):
    vendors = {
        "A": {"plan": [50], "staff": [30]},
        "B": {"plan": [None], "staff": [None], "status": status},
    }
    result = told(SHEET, vendors)
    assert figures(result) == [(2, 2, 0)]
    assert result.to_mark == {"A"}


def test_a_vendor_above_its_ceiling_is_not_owed():
    vendors = {
        "A": {"plan": [50], "staff": [30], "total": 90},
        "B": {"plan": [None], "staff": [None], "total": 110},
    }
    result = told(SHEET, vendors, ceilings={"total": 100})
    assert (states(result), result.to_mark) == ({"E1": "complete"}, {"A"})


def test_before_the_prices_are_opened_a_ceiling_leaves_nobody_out():
    criteria = sheet(
        """
        criteria:
          - {id: plan, points: 30}
          - {id: hearing, points: 30}
          - {id: price, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
        stages:
          - {id: first, name: First, criteria: [plan], gate: {top: 1}}
          - {id: second, name: Second, criteria: [hearing, price]}
        """
    )
    vendors = {
        "A": {"plan": [30, 30], "hearing": [30, 30], "total": 90},
        "B": {"plan": [20, None], "hearing": [20, None], "total": 110},
    }
    result = told(criteria, vendors, ceilings={"total": 100})
    assert figures(result) == [(2, 2, 0), (2, 1, 1)]
    assert result.to_mark == {"A", "B"}
    assert [row.later for row in result.rows] == [(), ()]  # then B is out


def test_each_panel_owes_its_own_criteria_and_who_sits_on_none_owes_nothing():
    criteria = sheet(
        """
        criteria:
          - {id: plan, points: 60}
          - {id: staff, points: 40, panel: office}
        panels: {office: {}, guests: {}}
        """
    )
    vendors = {"A": {"plan": {"E1": 50}, "staff": {"E1": None, "E2": 30}}}
    panels = {"E1": [None, "office"], "E2": ["office"], "E3": ["guests"]}
    result = told(criteria, vendors, evaluators=["E1", "E2", "E3"], panels=panels)
    assert states(result) == {"E1": "incomplete", "E2": "complete", "E3": "nothing-owed"}
    assert [row.criteria for row in result.rows] == [("plan", "staff"), ("staff",), ()]


def test_the_secretariat_follows_the_evaluators_if_it_marks_something():
    result = told(CHECKED, {"A": {"plan": [50], "isms": "○"}, "B": {"plan": [50], "isms": None}})
    assert states(result) == {"E1": "complete", "secretariat": "incomplete"}
    assert blanks(result.rows[1]) == [("B", "isms", "E3")]
    assert states(told(CHECKED, {"A": {"plan": [50]}})) == {
        "E1": "complete",
        "secretariat": "missing",
    }


def test_where_marks_are_agreed_own_ones_are_optional():
    vendors = {"A": {"plan": {AGREED: None, "E1": 50, "E2": None}, "staff": {"S": 30}}}
    result = told(CONSENSUS, vendors)
    assert states(result) == {
        "E1": "optional",
        "E2": "optional",
        "S": "complete",
        "consensus": "missing",
    }
    assert [row.given for row in result.rows] == [1, 0, 1, 0]
    assert result.rows[-1].by is By.CONSENSUS


def test_who_also_marks_on_his_own_owes_that():
    vendors = {"A": {"plan": {AGREED: 50}, "staff": {"E1": None}}}
    result = told(CONSENSUS, vendors, panels={"E1": [None, "office"]})
    assert states(result) == {"E1": "missing", "consensus": "complete"}
    assert result.rows[0].criteria == ("staff",)


def test_of_a_later_stage_nothing_is_owed():
    result = told(
        STAGED, {"A": {"plan": [50], "hearing": [None]}, "B": {"plan": [40], "hearing": [None]}}
    )
    assert (states(result), figures(result)) == ({"E1": "complete"}, [(2, 2, 0)])
    assert result.rows[0].later == ()
    assert result.stage.id == "first"


def test_blanks_of_a_later_stage_are_told_apart_of_those_whom_others_marked():
    vendors = {
        "A": {"plan": [50, 50], "hearing": [30, None]},
        "B": {"plan": [40, 40], "hearing": [None, None]},
    }
    result = told(STAGED, vendors)
    assert [[(each.vendor, each.where.cell) for each in row.later] for row in result.rows] == [
        [],
        [("A", "D3")],
    ]
    assert (result.complete, result.stage.id) == (True, "first")


def test_when_the_later_stage_is_marked_too_no_stage_is_waited_for():
    result = told(
        STAGED, {"A": {"plan": [50], "hearing": [30]}, "B": {"plan": [40], "hearing": [None]}}
    )
    assert (result.complete, result.stage) == (True, None)


def test_a_stage_that_is_not_held_asks_for_nothing():
    criteria = sheet(
        """
        criteria: [{id: plan, points: 60}, {id: hearing, points: 40}]
        stages:
          - {id: first, name: First, criteria: [plan], gate: {top: 1, skip_below: 3}}
          - {id: second, name: Second, criteria: [hearing]}
        """
    )
    result = told(criteria, {"A": {"hearing": [30]}, "B": {"hearing": [20]}})
    assert (states(result), figures(result)) == ({"E1": "complete"}, [(2, 2, 0)])


def error(cell, where="採点_E1"):
    row, column = cell
    return Diagnostic("cell-unit", Location("bids.xlsx", where, row, column), {})


def test_errors_are_counted_by_sheet():
    given = bids(SHEET, {"A": {"plan": [50, 40], "staff": [30, 20]}})
    found = (
        error((2, 4)),
        error((9, 9)),
        error((2, 4), "提案者"),
        Diagnostic("mark-blank", Location("bids.xlsx", "採点_E2", 2, 4), {}),
        Diagnostic("cell-hidden", Location("bids.xlsx", "採点_E2", 2, 4), {}),
    )
    result = submissions(SHEET, given, found)
    assert [row.errors for row in result.rows] == [2, 0]
    assert states(result) == {"E1": "faulty", "E2": "complete"}
    assert result.errors == 3


def test_in_a_sheet_of_several_an_error_is_of_whose_mark_it_is():
    given = bids(SHEET, {"A": {"plan": {"E1": 50}, "staff": {"E2": 30}}})
    for marks in given.marks.values():
        assert len(marks) == 1
    one_table = {
        place: tuple(
            mark._replace(where=Location("bids.xlsx", "採点", mark.where.row, 4)) for mark in marks
        )
        for place, marks in given.marks.items()
    }
    table = type(given)(given.procurement, given.vendors, given.evaluators, one_table, {})
    found = (error((2, 4), "採点"), error((77, 4), "採点"))
    assert [row.errors for row in submissions(SHEET, table, found).rows] == [1, 0]


def test_a_sheet_in_which_no_mark_could_be_read_was_handed_in():
    given = bids(SHEET, {"A": {}}, evaluators=["E1", "E2"])
    own = Location("bids.xlsx", "採点_E1")
    result = submissions(SHEET, given, (), {"E1": (own,)})
    assert states(result) == {"E1": "faulty", "E2": "missing"}
    assert result.rows[0].sheets == (own,)


def test_of_further_sheets_only_one_that_holds_an_error_is_named():
    given = bids(SHEET, {"A": {"plan": [50], "staff": [30]}})
    read, empty, other = (
        Location(f"{name}.xlsx", "採点_E1") for name in ("bids", "empty", "other")
    )
    doubled = Diagnostic("evaluator-sheet-doubled", other, {})
    result = submissions(SHEET, given, (doubled,), {"E1": (empty, other)})
    assert result.rows[0].sheets == (read, other)
    assert result.rows[0].errors == 1


def test_what_the_rows_say_is_not_said_again():
    vendors = {"A": {"plan": [50, None], "staff": [30, None]}}
    given = bids(SHEET, vendors, evaluators=["E1", "E2", "E3"])
    place = Location("bids.xlsx")
    found = tuple(
        Diagnostic(code, place, {"evaluator": evaluator})
        for code in (
            "mark-blank",
            "evaluator-sheet-missing",
            "no-evaluator-sheets",
            "sheet-missing",
        )
        for evaluator in ("E1", "E3")
    )
    kept = [
        (each.code, each.details["evaluator"])
        for each in submissions(SHEET, given, found).diagnostics
    ]
    # E1 owes nothing more by its row, so that somebody has to hear of the sheet that is asked for.
    assert kept == [
        ("evaluator-sheet-missing", "E1"),
        ("sheet-missing", "E1"),
        ("sheet-missing", "E3"),
    ]


def test_where_no_evaluator_is_known_it_is_said_that_there_are_no_sheets():
    given = bids(SHEET, {"A": {}})
    found = (Diagnostic("no-evaluator-sheets", Location("bids.xlsx"), {}),)
    result = submissions(SHEET, given, found)
    assert (result.rows, result.diagnostics) == ((), found)


OVERRIDES = sheet(
    """
    criteria:
      - {id: plan, points: 60}
      - {id: staff, points: 40}
    panel: {consensus: overrides}
    """
)


def test_a_blank_is_not_owed_where_a_mark_was_agreed_on():
    vendors = {
        "A": {"plan": {AGREED: 50, "E1": None, "E2": 40}, "staff": {"E1": 30, "E2": None}},
        "B": {"plan": [50, 40], "staff": [30, 20]},
    }
    result = told(OVERRIDES, vendors)
    assert states(result) == {"E1": "complete", "E2": "incomplete", "consensus": "optional"}
    assert figures(result) == [(3, 3, 0), (4, 3, 1), (0, 1, 0)]
    assert blanks(result.rows[1]) == [("A", "staff", "D3")]


def test_nothing_is_owed_where_everything_was_agreed_on():
    marks = {AGREED: 50, "E1": None}
    result = told(OVERRIDES, {"A": {"plan": marks, "staff": {AGREED: 30, "E1": None}}})
    assert states(result) == {"E1": "nothing-owed", "consensus": "optional"}
    assert result.complete


def test_agreed_marks_that_nobody_gave_are_no_omission():
    result = told(OVERRIDES, {"A": {"plan": [50], "staff": [30]}})
    assert states(result) == {"E1": "complete", "consensus": "optional"}
    assert result.rows[-1].sheets == ()
