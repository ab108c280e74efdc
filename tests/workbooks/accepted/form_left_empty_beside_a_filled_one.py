"""An evaluator opens the form in LibreOffice and saves it without marks, and marks a copy of it."""

from pathlib import Path

from support import books, handed_out

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    written = handed_out.write(folder, split=folder / "scores")
    empty = books.saved_by_libreoffice(folder / "scores" / "Marks_委員1.xlsx")
    handed_out.fill(written)
    return [*handed_out.paths(written), empty]
