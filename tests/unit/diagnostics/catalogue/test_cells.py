import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.cells import CELLS
from support import catalogue


@catalogue.each_entry(CELLS)
def test_an_entry_is_complete(code, check):
    check(code, CELLS[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(CELLS) == {}


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("cell-formula-no-value", Severity.ERROR),
        ("cell-error-value", Severity.ERROR),
        ("cell-boolean", Severity.ERROR),
        ("cell-not-a-number", Severity.ERROR),
        ("cell-comma", Severity.ERROR),
        ("cell-unit", Severity.ERROR),
        ("cell-percent-format", Severity.ERROR),
        ("cell-date-format", Severity.ERROR),
        ("cell-not-finite", Severity.ERROR),
        ("cell-merged", Severity.ERROR),
        ("cell-formula", Severity.WARNING),
        ("cell-too-precise", Severity.WARNING),
        ("cell-hidden", Severity.WARNING),
        ("cell-number-as-text", Severity.NOTE),
        ("cell-full-width", Severity.NOTE),
        ("cell-not-shown", Severity.NOTE),
        ("headings-again", Severity.ERROR),
        ("column-without-heading", Severity.WARNING),
        ("numbers-not-read", Severity.WARNING),
        ("words-not-read", Severity.NOTE),
    ],
)
def test_the_policy_for_cells_is_kept(code, severity):
    """excel.md 3.3 and 3.4: refuse is an error, warn a warning, note a note."""
    assert CELLS[code].severity is severity


def test_a_percent_format_shows_both_readings():
    """excel.md 3.3: "shows 85%, holds 0.85"."""
    told = CELLS["cell-percent-format"].message.format(shown="85%", text="0.85")
    assert told == "The cell shows 85% but holds 0.85."
