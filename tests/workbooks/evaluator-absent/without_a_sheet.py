"""The panel is 委員1 alone: A社 has 36 + 18 for the technical points."""

from pathlib import Path

from support import books

WHERE = "[審査委員] A3"


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"審査委員": {"C3": "欠席"}})
    del sheets["採点_委員2"]
    return [books.hand_in(folder, sheets)]


def check(evaluation) -> None:
    assert evaluation.vendor("A社").points("technical") == 54
