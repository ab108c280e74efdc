"""The criteria sheet is looked for beside the workbook that names it, whichever comes first."""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    scores = folder / "scores"
    scores.mkdir()
    returned = books.save(scores / "1.xlsx", {"採点_委員1": sheets.pop("採点_委員1")})
    return [returned, books.hand_in(folder, sheets)]
