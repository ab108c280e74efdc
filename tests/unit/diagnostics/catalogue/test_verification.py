from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.verification import VERIFICATION
from support import catalogue


@catalogue.each_entry(VERIFICATION)
def test_an_entry_is_complete(code, check):
    check(code, VERIFICATION[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(VERIFICATION) == {}


def test_nothing_is_verified_while_one_stands_that_is_no_warning_of_a_result():
    warnings = {code for code, each in VERIFICATION.items() if each.severity is Severity.WARNING}
    assert warnings == {"ranking-not-its-record", "ranking-of-a-part"}
