import pytest

from procscore.cli import report
from procscore.diagnostics import Diagnostic, Location

MISSING = Diagnostic("workbook-missing", Location("a.xlsx"), {})
EMPTY = Diagnostic("workbook-empty", Location("b.xlsx"), {})
NOTE = Diagnostic("workbook-has-macros", Location("c.xlsm"), {})


@pytest.mark.parametrize(
    ("found", "code"),
    [([], 0), ([NOTE], 0), ([EMPTY], 1), ([MISSING], 4), ([MISSING, EMPTY], 1)],
)
def test_the_exit_code_follows_the_worst_that_was_found(found, code, capsys):
    assert report.diagnostics(found, quiet=False, ranked=not code) == code


def test_quiet_keeps_errors(capsys):
    report.diagnostics([EMPTY, NOTE], quiet=True, ranked=False)
    shown = capsys.readouterr().err
    assert "b.xlsx" in shown
    assert "c.xlsm" not in shown


def test_the_last_line_is_the_command_s_own(capsys):
    report.diagnostics([EMPTY, NOTE], quiet=True, ranked=False)
    assert capsys.readouterr().err.splitlines()[-1] == "Nothing was ranked. Errors: 1"
    report.diagnostics([EMPTY, NOTE], quiet=True, ranked=False, last="Faults: {count}")
    assert capsys.readouterr().err.splitlines()[-1] == "Faults: 1"
    report.diagnostics([NOTE], quiet=True, ranked=False, last="Faults: {count}")
    assert capsys.readouterr().err == ""
