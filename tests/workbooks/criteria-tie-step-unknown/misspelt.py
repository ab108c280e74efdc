from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{higher: technical}", "{highest: technical}")
WHERE = books.place(CRITERIA, "{highest")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
