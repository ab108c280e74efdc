"""The hidden sheet: what went into the result, so that the workbook alone can be computed again."""

from procscore.export import json_record
from procscore.export.ranking_book import looks
from procscore.model.result import Evaluation
from procscore.model.words import ORIGIN, ORIGIN_SHEET, RESULT_FORMAT
from procscore.xlsx import Book

LONGEST = 30_000
"""Characters in a cell; Excel takes 32,767."""


def write(book: Book, result: Evaluation) -> None:
    """Add the sheet: the format, and below it the record in pieces that are one JSON together."""
    content = json_record.named(json_record.record(result), result.inputs)
    text = json_record.in_cells(content)
    pieces = [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)]
    page = book.page(ORIGIN_SHEET, hidden=True)
    rows = [(ORIGIN["format"], RESULT_FORMAT), *((ORIGIN["record"], each) for each in pieces)]
    for row, (name, value) in enumerate(rows, start=1):
        page.put(row, 1, name, looks.TEXT)
        page.put(row, 2, value, looks.TEXT)
    page.protect()
