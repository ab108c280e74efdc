from pathlib import Path

from support import books

CRITERIA = books.criteria_with("winners: 1", "winners: 0")
WHERE = books.place(CRITERIA, "0, reserve")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
