import pytest

from procscore.diagnostics import Severity
from procscore.diagnostics.catalogue.files import FILES
from support import catalogue


@catalogue.each_entry(FILES)
def test_an_entry_is_complete(code, check):
    check(code, FILES[code])


def test_every_entry_is_in_the_catalogue_and_no_other_family_has_its_code():
    assert catalogue.codes_missing(FILES) == {}


@pytest.mark.parametrize(
    ("code", "severity"),
    [
        ("workbook-encrypted", Severity.ERROR),
        ("workbook-old-xls", Severity.ERROR),
        ("workbook-strict", Severity.ERROR),
        ("workbook-has-doctype", Severity.ERROR),
        ("workbook-too-large", Severity.ERROR),
        ("workbook-too-many-cells", Severity.ERROR),
        ("workbook-is-lock-file", Severity.ERROR),
        ("workbook-open-elsewhere", Severity.WARNING),
        ("workbook-has-macros", Severity.NOTE),
    ],
)
def test_the_policy_for_containers_is_kept(code, severity):
    """excel.md 3.1 and 3.2: refuse is an error, warn a warning, accept with a note a note."""
    assert FILES[code].severity is severity


def test_an_encrypted_workbook_and_an_old_one_are_told_apart():
    """excel.md 3.1: the same magic number, two different messages."""
    assert FILES["workbook-encrypted"].message != FILES["workbook-old-xls"].message


@pytest.mark.parametrize("code", ["workbook-old-xls", "workbook-ods", "workbook-xlsb"])
def test_whoever_brings_another_format_is_told_to_save_as_xlsx(code):
    assert ".xlsx" in FILES[code].hint
