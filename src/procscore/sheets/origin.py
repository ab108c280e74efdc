"""The hidden sheet: by which criteria sheet the forms of a workbook were made."""

from procscore.model.words import ORIGIN, ORIGIN_SHEET
from procscore.sheets import looks
from procscore.sheets.choices import Choices
from procscore.sheets.handout import Handout
from procscore.xlsx import Book

FORMAT = "sheets/1"


def write(book: Book, handout: Handout, choices: Choices) -> None:
    """Add the hidden sheet, with the choices of lists that are too long for a cell's rule."""
    page = book.page(ORIGIN_SHEET, hidden=True)
    entries = {
        ORIGIN["format"]: FORMAT,
        ORIGIN["criteria"]: handout.criteria.id,
        ORIGIN["digest"]: handout.digest,
        ORIGIN["anonymous"]: "yes" if handout.anonymous else "no",
    }
    for row, (name, value) in enumerate(entries.items(), start=1):
        page.put(row, 1, name, looks.TEXT)
        page.put(row, 2, value, looks.TEXT)
    choices.write(page)
    page.protect()
