from pathlib import Path

from support import books

CRITERIA = books.criteria_with("amounts:\n", "amounts:\n  count: {name: 件数}\n")
WHERE = books.place(CRITERIA, "count")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
