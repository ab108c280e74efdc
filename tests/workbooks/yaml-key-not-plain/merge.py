from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "award: {winners: 1, reserve: 1}", "award: {<<: {winners: 1}, reserve: 1}"
)
WHERE = books.place(CRITERIA, "<<")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
