"""Points that require something of the price cannot be known before the prices are opened."""

from pathlib import Path

from procscore.pipeline import Part
from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, requires: {criterion: price, at_least: 60%}}",
)
PART = Part(technical_only=True)


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.vendor("A社").points_in_all == 35
