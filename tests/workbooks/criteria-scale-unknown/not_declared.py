from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{method: marks, step: 0.5}", "{method: grades, scale: five}")
WHERE = books.place(CRITERIA, "five")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
