from pathlib import Path

from support import books

CRITERIA = books.criteria_with("points: 100", "points: 99")
WHERE = books.place(CRITERIA, "99")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
