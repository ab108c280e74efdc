import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.marks import MARKS
from support import catalogue


@catalogue.each_entry(MARKS)
def test_an_entry_is_complete(code, check):
    check(code, MARKS[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(MARKS) == {}


@pytest.mark.parametrize(
    "code", ["mark-blank", "mark-above-maximum", "mark-below-minimum", "points-out-of-range"]
)
def test_nothing_is_ranked_over_a_blank_or_an_impossible_mark(code):
    """design.md 4 and 5: a blank is never zero, and points are never clipped in silence."""
    assert MARKS[code].severity is Severity.ERROR


def test_a_wrong_sum_is_said_with_both_figures_and_stops_nothing():
    """World Bank, Rated Criteria (2025), Annex 2: 82 is printed for 77, and 80 was the threshold."""
    kind = MARKS["stated-sum-differs"]
    assert kind.severity is Severity.WARNING
    assert {"stated", "total", "outcome", "vendor"} <= catalogue.fields(kind.message)


@pytest.mark.parametrize("code", [code for code in MARKS if code.startswith("technical-")])
def test_nothing_is_ranked_where_the_technical_evaluation_changed_after_the_opening(code):
    assert MARKS[code].severity is Severity.ERROR


def test_a_changed_mark_is_told_as_it_was_and_as_it_is():
    message = MARKS["technical-mark-changed"].message
    assert {"evaluator", "vendor", "criterion", "before", "now"} <= catalogue.fields(message)


def test_a_formula_without_a_value_names_the_vendor_and_the_formula():
    """design.md 3: division by zero is a diagnostic that names the vendor and the formula."""
    assert {"vendor", "formula", "reason"} <= catalogue.fields(MARKS["formula-undefined"].message)


def test_a_mark_off_the_step_says_which_marks_there_are():
    hint = MARKS["mark-off-step"].hint.format(lowest="0", highest="5", step="0.5")
    assert hint == "Type a mark from 0 to 5 in steps of 0.5."
