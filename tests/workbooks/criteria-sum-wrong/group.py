from pathlib import Path

from support import books

CRITERIA = books.criteria_with("points: 40}", "points: 45}")
WHERE = books.place(CRITERIA, "60\n")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
