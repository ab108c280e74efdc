"""A社 is marked by 委員1 alone, B社 by both: 36 + 18, and 45 as ever."""

from pathlib import Path

from support import books

WHERE = "[審査委員] A3"


def build(folder: Path) -> list[Path]:
    cells = {"審査委員": {"D3": "㈱アルファ"}, "採点_委員2": {"D2": None, "D3": None}}
    return [books.hand_in(folder, books.with_cells(cells))]


def check(evaluation) -> None:
    assert evaluation.vendor("A社").points("technical") == 54
    assert evaluation.vendor("B社").points("technical") == 45
