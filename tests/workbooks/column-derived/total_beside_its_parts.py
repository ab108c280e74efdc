from fractions import Fraction
from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "  total: {name: 提案価格, tax: excluded}",
    "  initial: {name: 初期費用}\n  total: {name: 提案価格, formula: 2 * initial}",
)
WHERE = "[提案者] C1"


def build(folder: Path) -> list[Path]:
    cells = {"提案者": {"G1": "初期費用", "G2": 5_000_000, "G3": 3_000_000, "G4": 4_500_000}}
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.vendor("B社").amounts["total"].value == 6_000_000
    assert evaluation.vendor("A社").points("price") == Fraction(24)
