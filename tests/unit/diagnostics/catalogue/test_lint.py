from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.lint import LINT
from support import catalogue


@catalogue.each_entry(LINT)
def test_an_entry_is_complete(code, check):
    check(code, LINT[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(LINT) == {}


def test_a_sheet_that_is_well_formed_is_never_noted_only():
    assert Severity.NOTE not in {kind.severity for kind in LINT.values()}
