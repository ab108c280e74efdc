"""Files first, then the page, then what was found on the way."""

import pytest

from procscore.cli import paged
from procscore.diagnostics import Diagnostic, Location
from procscore.model.page import Page
from procscore.pipeline import Outcome

MISSING = Diagnostic("workbook-missing", Location("a.xlsx"), {})
EMPTY = Diagnostic("workbook-empty", Location("b.xlsx"), {})


def put(outcome, capsys, **given):
    """Return the exit code, what was written to files, and both streams."""
    written = []
    code = paged.put(
        outcome,
        lambda result: written.append((result, capsys.readouterr().out)),
        lambda result: Page(f"page of {result}", (), ()),
        quiet=False,
        last="Faults: {count}",
        **given,
    )
    return code, written, capsys.readouterr()


def test_files_are_written_before_the_page_is_printed(capsys):
    code, written, streams = put(Outcome("it", ()), capsys)
    assert (code, written) == (0, [("it", "")])
    assert "page of it" in streams.out


@pytest.mark.parametrize(
    ("found", "files", "code"),
    [(EMPTY, {"workbook-missing"}, 1), (MISSING, {"workbook-missing"}, 4), (MISSING, set(), 1)],
)
def test_without_a_result_nothing_is_written_and_the_faults_are_counted(found, files, code, capsys):
    outcome = Outcome(None, (found,))
    ended, written, streams = put(outcome, capsys, files=files)
    assert (ended, written, streams.out) == (code, [], "")
    assert streams.err.splitlines()[-1] == "Faults: 1"
