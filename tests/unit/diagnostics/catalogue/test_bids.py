import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.bids import BIDS
from support import catalogue


@catalogue.each_entry(BIDS)
def test_an_entry_is_complete(code, check):
    check(code, BIDS[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(BIDS) == {}


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("name-spelt-otherwise", Severity.NOTE),
        ("names-look-alike", Severity.WARNING),
        ("vendor-doubled", Severity.ERROR),
        ("amount-blank", Severity.ERROR),
        ("vendor-column-missing", Severity.ERROR),
    ],
)
def test_the_policy_for_names_and_blanks_is_kept(code, severity):
    """excel.md 3.5: one key is one vendor (note), near is never merged (warn), twice is refused."""
    assert BIDS[code].severity is severity


@pytest.mark.parametrize("code", ["evaluator-absent", "evaluator-recused"])
def test_a_smaller_panel_is_said_and_stops_nothing(code):
    """design.md 4: the denominator shrinks and the result says so."""
    assert BIDS[code].severity is Severity.NOTE
    assert "evaluator" in catalogue.fields(BIDS[code].message)


@pytest.mark.parametrize("code", ["panel-without-quorum", "chair-unclear", "panel-unknown"])
def test_a_panel_that_cannot_decide_is_no_panel(code):
    assert BIDS[code].severity is Severity.ERROR
