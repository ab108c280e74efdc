"""In quotes a character of the formula need not be one of the file: the scalar is named."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("formula: lowest-ratio", 'formula: "min(points, pric)"')
WHERE = books.place(CRITERIA, '"min')


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
