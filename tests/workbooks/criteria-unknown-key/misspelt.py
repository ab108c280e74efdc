from pathlib import Path

from support import books

CRITERIA = books.criteria_with("    points: 60", "    pionts: 60")
WHERE = books.place(CRITERIA, "pionts")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
