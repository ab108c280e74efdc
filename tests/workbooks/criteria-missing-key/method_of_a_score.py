from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{method: marks, step: 0.5}", "{step: 0.5}")
WHERE = books.place(CRITERIA, "{step")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
