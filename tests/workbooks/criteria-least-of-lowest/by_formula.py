from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "by: points",
    "by: formula, formula: total / technical, best: lowest, at_least: ceiling, round: {places: 2, mode: down}",
)
WHERE = books.place(CRITERIA, "ceiling, round")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
