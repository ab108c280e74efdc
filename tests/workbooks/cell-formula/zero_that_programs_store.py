"""XlsxWriter stores 0 for a formula, and LibreOffice keeps it. Only a person can tell."""

from pathlib import Path

from support import books

WHERE = "[採点_委員1] D2"


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"採点_委員1": {"D2": books.Formula("=18*2")}})
    return [books.hand_in(folder, sheets)]


def check(evaluation) -> None:
    mark = evaluation.vendor("A社").score("plan").marks[0]
    assert (mark.value, mark.where.cell) == (0, "D2")
