"""A library that does not calculate stores no result."""

from pathlib import Path

from openpyxl import load_workbook

from support import books

WHERE = "[採点_委員1] D2"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    book = load_workbook(path)
    book["採点_委員1"]["D2"] = "=18*2"
    book.save(path)
    return [path]
