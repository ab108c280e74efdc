from pathlib import Path

from support import books

CRITERIA = books.criteria_with("by: points", "by: points, best: lowest")
WHERE = books.place(CRITERIA, "lowest, ties")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
