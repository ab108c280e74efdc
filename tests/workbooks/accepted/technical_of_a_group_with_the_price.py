"""A formula makes points of the price and a mark: before the opening only the mark is known."""

from pathlib import Path

from procscore.pipeline import Part
from support import books

CRITERIA = books.criteria_with(
    """  - id: price
    name: 価格点
    points: 40
    score: {""",
    """  - id: value
    name: 価格と効率
    points: 40
    rescale: {formula: points * (price + lean) / of}
    criteria:
    - {id: lean, name: 効率, points: 40}
    - id: price
      name: 価格点
      points: 40
      score: {""",
)
PART = Part(technical_only=True)


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    for name in ("採点_委員1", "採点_委員2"):
        sheets[name].append(["lean", "効率", 40, 30, 20, 10])
    return [books.hand_in(folder, sheets, CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.vendor("A社").points("lean") == 30
    assert evaluation.vendor("A社").points_in_all == 82.75
