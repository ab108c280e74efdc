"""Every code of the catalogue has a workbook that raises it, or of the linter a criteria sheet."""

from pathlib import Path

from procscore.diagnostics import CATALOGUE
from procscore.diagnostics.catalogue.lint import LINT
from support import linted

WORKBOOKS = Path(__file__).parents[1] / "workbooks"


def test_every_code_has_a_case_and_every_folder_is_a_code():
    folders = {path.parent.name for path in WORKBOOKS.glob("*/*.py")}
    assert folders - {"accepted"} | set(linted.codes()) == set(CATALOGUE)
    assert set(linted.codes()) >= set(LINT)
