"""What a form computes while it is filled in: LibreOffice computes, the figures are added up by hand."""

from fractions import Fraction

import pytest
from openpyxl import load_workbook

from procscore import language
from procscore.sheets import workbooks
from support import books, forms

MARKS = {
    ("aim", "A社"): "15.5",
    ("steps", "A社"): "10",
    ("risk", "A社"): "3.25",
    ("lead", "A社"): "B",
    ("staff", "A社"): "優",
    ("words", "A社"): "良,可",
    ("gaps", "A社"): "6",
    ("scaled", "A社"): "4",
    ("met", "A社"): "○",
    ("aim", "B社"): "20",
    ("met", "B社"): "×",
}
"""All of A, two of B, nothing of C."""
EXPECTED = {
    "plan": (Fraction("28.75"), 20, None),
    "team": (15 + Fraction(40, 3) + 10, None, None),
    "technical": (Fraction("28.75") + 25 + Fraction(40, 3) + 6 + 16, 20, None),
    "合計": (Fraction("28.75") + 25 + Fraction(40, 3) + 6 + 16, 20, None),
    "未記入": (0, 7, 9),
}


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """Return the form of an evaluator, partly filled in, as LibreOffice saved it."""
    language.use("ja")
    handout = forms.handout()
    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    path.write_bytes(workbooks.of_evaluator(handout, handout.evaluators[0]))
    forms.fill(path, forms.Filled({"採点_委員1": MARKS}, {}, {}))
    return load_workbook(books.saved_by_libreoffice(path), data_only=True)["採点_委員1"]


@pytest.mark.parametrize("row", EXPECTED)
def test_sums_are_those_of_the_marks_and_nothing_is_shown_where_there_are_none(saved, row):
    (line,) = [cells for cells in saved.iter_rows() if row in (cells[0].value, cells[1].value)]
    found = [cell.value for cell in line[-3:]]
    for value, expected in zip(found, EXPECTED[row], strict=True):
        if expected is None:
            assert value in (None, "")
        else:
            assert abs(Fraction(value) - expected) < Fraction(1, 10**9)


def test_what_is_filled_in_and_what_is_missing_is_counted(saved):
    assert saved["F2"].value == "記入済 11 / 27\n未記入 16"


def test_the_form_is_still_locked_hidden_and_ruled(saved):
    assert saved.protection.sheet
    assert saved.parent["procscore"].sheet_state == "hidden"
    assert not saved.cell(8, 6).protection.locked
    assert saved.cell(8, 2).protection.locked
    assert len(saved.data_validations.dataValidation) >= 8
