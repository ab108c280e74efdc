from pathlib import Path

from support import books

CRITERIA = books.criteria_with("formula: lowest-ratio", "formula: points * (lowest / price")
WHERE = books.place(CRITERIA, ", round: {places: 2")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
