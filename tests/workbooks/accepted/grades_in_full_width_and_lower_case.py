"""Staff of A社: A and B, (100 % + 75 %) / 2 of 20 = 17.5."""

from fractions import Fraction
from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "criteria:", "scales: {five: {A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}}\ncriteria:"
)
CRITERIA = books.criteria_with(
    "points: 20}", "points: 20, score: {method: grades, scale: five}}", CRITERIA
)


def build(folder: Path) -> list[Path]:
    cells = {
        "採点_委員1": {"D3": "Ａ", "E3": "b", "F3": " C "},
        "採点_委員2": {"D3": "B", "E3": "Ｂ", "F3": "C"},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.vendor("A社").points("staff") == Fraction("17.5")
    assert evaluation.vendor("B社").points("staff") == 15
    assert evaluation.vendor("C社").points("staff") == 10
