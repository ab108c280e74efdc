from pathlib import Path

from support import books

CRITERIA = books.criteria_with("by: points", "by: points, formula: technical / total")
WHERE = books.place(CRITERIA, "technical / total")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
