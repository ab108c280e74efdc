"""Every rule of the linter has a sheet that it finds fault with, and one that was put right.

`has.yaml` gives the code that its folder is named after in the lines that bear the comment `# <code>`,
and nowhere else; `has-not.yaml`, the sheet after the hint was followed, does not give it. To add a
rule, add a folder; the page docs/linter.md is made of them.
"""

import pytest

from procscore.diagnostics import CATALOGUE, Severity
from support import linted

CODES = linted.codes()


@pytest.mark.parametrize("code", CODES)
def test_a_sheet_that_has_it_gives_the_code_in_its_line_and_nowhere_else(code):
    path = linted.HOME / code / "has.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()
    marked = [number for number, line in enumerate(lines, 1) if line.endswith(f"# {code}")]
    assert [each.where.row for each in linted.findings(path) if each.code == code] == marked


@pytest.mark.parametrize("code", CODES)
def test_a_sheet_that_was_put_right_does_not_give_it(code):
    assert code not in [each.code for each in linted.findings(linted.HOME / code / "has-not.yaml")]


@pytest.mark.parametrize("name", ["has.yaml", "has-not.yaml"])
@pytest.mark.parametrize("code", CODES)
def test_the_sheets_have_no_other_error(code, name):
    found = linted.findings(linted.HOME / code / name)
    errors = {each.code for each in found if each.severity is Severity.ERROR}
    assert errors <= ({code} if name == "has.yaml" else set())


@pytest.mark.parametrize("code", CODES)
def test_a_folder_holds_the_two_sheets_of_a_code_of_the_catalogue(code):
    assert code in CATALOGUE
    assert {each.name for each in (linted.HOME / code).iterdir()} == {"has.yaml", "has-not.yaml"}
