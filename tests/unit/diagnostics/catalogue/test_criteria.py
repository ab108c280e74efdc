import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.criteria import CRITERIA
from support import catalogue


@catalogue.each_entry(CRITERIA)
def test_an_entry_is_complete(code, check):
    check(code, CRITERIA[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(CRITERIA) == {}


@pytest.mark.parametrize(
    "code",
    [
        "criteria-unknown-key",
        "yaml-duplicate-key",
        "criteria-scale-unknown",
        "criteria-sum-wrong",
        "criteria-id-doubled",
        "criteria-id-reserved",
        "formula-unreadable",
    ],
)
def test_a_sheet_that_contradicts_itself_scores_nothing(code):
    """design.md 3: unknown keys, duplicate keys, a missing scale, unknown names are errors."""
    assert CRITERIA[code].severity is Severity.ERROR
