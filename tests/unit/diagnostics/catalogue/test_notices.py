import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.notices import NOTICES
from support import catalogue


@catalogue.each_entry(NOTICES)
def test_an_entry_is_complete(code, check):
    check(code, NOTICES[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(NOTICES) == {}


@pytest.mark.parametrize("code", NOTICES)
def test_the_ranking_stands_and_somebody_looks_at_the_notice(code):
    assert NOTICES[code].severity is Severity.WARNING
    assert "vendor" in catalogue.fields(NOTICES[code].message)
