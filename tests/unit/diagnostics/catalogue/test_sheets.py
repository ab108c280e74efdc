import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.sheets import SHEETS
from support import catalogue


@catalogue.each_entry(SHEETS)
def test_an_entry_is_complete(code, check):
    check(code, SHEETS[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(SHEETS) == {}


@pytest.mark.parametrize("code", sorted(SHEETS.keys() - {"evaluator-added"}))
def test_no_score_sheets_are_made_of_what_would_not_be_read_back(code):
    assert SHEETS[code].severity is Severity.ERROR


def test_a_panel_without_evaluators_says_what_to_type():
    hint = SHEETS["panel-without-evaluators"].hint.format(panel="職員")
    assert "--evaluators 職員=3" in hint


def test_a_new_evaluator_gets_a_sheet_and_is_told():
    assert SHEETS["evaluator-added"].severity is Severity.WARNING
