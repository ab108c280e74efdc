from pathlib import Path

from support import books

CRITERIA = books.criteria_with("ceiling: exclude", "ceiling: {totl: exclude}")
WHERE = books.place(CRITERIA, "totl")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
