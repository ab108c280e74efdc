"""The hidden sheet is hidden, says by which criteria sheet, and is read back as nothing else."""

from procscore.diagnostics import Problems
from procscore.ingest import bids_file
from procscore.sheets import origin
from procscore.sheets.choices import Choices
from procscore.xlsx import Book, Rule
from support import forms


def written(handout, choices=None):
    """Return the hidden sheet of a workbook, and the workbook."""
    book = Book()
    book.page("x")
    origin.write(book, handout, choices or Choices("procscore"))
    return book.content


def test_it_is_hidden_and_locked_and_the_last():
    book = forms.opened(written(forms.handout()))
    assert book.sheetnames == ["x", "procscore"]
    assert book["procscore"].sheet_state == "hidden"
    assert book["procscore"].protection.sheet


def test_it_names_the_format_the_criteria_sheet_and_its_digest():
    sheet = forms.opened(written(forms.handout()))["procscore"]
    assert {row[0].value: row[1].value for row in sheet.iter_rows(max_row=4)} == {
        "format": "sheets/1",
        "criteria": "every-kind",
        "digest": forms.DIGEST,
        "anonymous": "no",
    }


def test_it_is_read_back_with_nothing_to_tell(tmp_path):
    lettered = tuple(forms.vendor(each, label="AB"[n]) for n, each in enumerate(("甲", "乙")))
    choices = Choices("procscore")
    choices.placed(Rule("list", choices=("良,可", "digest", "other")))
    for vendors, anonymous in ((lettered, True), (forms.handout().vendors, False)):
        path = tmp_path / f"{anonymous}.xlsx"
        path.write_bytes(written(forms.handout(vendors=vendors), choices))
        problems = Problems()
        (read,) = bids_file.open_books([path], problems).origins
        assert (read.digest, read.anonymous) == (forms.DIGEST, anonymous)
        assert list(problems) == []
