from pathlib import Path

from support import books

CRITERIA = books.criteria_with("by: points", "by: formula")
WHERE = books.place(CRITERIA, "{by: formula")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
