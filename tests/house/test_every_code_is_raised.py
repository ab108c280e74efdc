"""Every code of the catalogue has a workbook that raises it."""

from pathlib import Path

from procscore.diagnostics import CATALOGUE

WORKBOOKS = Path(__file__).parents[1] / "workbooks"


def test_every_code_has_a_case_and_every_folder_is_a_code():
    folders = {path.parent.name for path in WORKBOOKS.glob("*/*.py")}
    assert folders - {"accepted"} == set(CATALOGUE)
