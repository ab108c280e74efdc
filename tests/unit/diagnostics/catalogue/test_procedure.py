import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.procedure import PROCEDURE
from support import catalogue


@catalogue.each_entry(PROCEDURE)
def test_an_entry_is_complete(code, check):
    check(code, PROCEDURE[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(PROCEDURE) == {}


@pytest.mark.parametrize("code", PROCEDURE)
def test_a_rule_that_cannot_be_applied_stops_everything(code):
    """design.md 3: what a sheet says and nothing does is a misunderstanding of the sheet."""
    assert PROCEDURE[code].severity is Severity.ERROR
    assert code.startswith("criteria-")


def test_a_hint_shows_the_sheet_s_own_braces():
    hint = PROCEDURE["criteria-weight-unused"].hint.format_map({})
    assert hint == "Write “score: {method: marks, to: …}”, or delete the weight."
