import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.verification import VERIFICATION
from support import catalogue


@catalogue.each_entry(VERIFICATION)
def test_an_entry_is_complete(code, check):
    check(code, VERIFICATION[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(VERIFICATION) == {}


@pytest.mark.parametrize("code", VERIFICATION)
def test_nothing_is_verified_while_one_stands(code):
    assert VERIFICATION[code].severity is Severity.ERROR
