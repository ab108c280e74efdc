from pathlib import Path

from support import books

CRITERIA = books.criteria_with("    points: 60\n", "    points: 60\n    name: 技術\n")
WHERE = books.place(CRITERIA, "name: 技術\n")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
