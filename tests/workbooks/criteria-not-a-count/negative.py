from pathlib import Path

from support import books

CRITERIA = books.criteria_with("reserve: 1", "reserve: -1")
WHERE = books.place(CRITERIA, "-1}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
