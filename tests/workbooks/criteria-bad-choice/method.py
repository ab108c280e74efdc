from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{method: marks", "{method: mark")
WHERE = books.place(CRITERIA, "mark,")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
