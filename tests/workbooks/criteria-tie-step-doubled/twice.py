from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{lower: total}, lot", "{higher: technical}, lot")
WHERE = books.place(CRITERIA, "{higher: technical}, lot")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
