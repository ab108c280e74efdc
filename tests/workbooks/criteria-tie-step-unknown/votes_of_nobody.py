from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{lower: total}", "{more: last-places}")
WHERE = books.place(CRITERIA, "{more")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
