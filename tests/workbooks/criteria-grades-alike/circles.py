"""In a cell, ◯ and ○ are one sign: the better grade would be read as the worse."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "criteria:\n  - id", 'scales:\n  two: {"◯": 100%, "○": 50%}\ncriteria:\n  - id'
)
WHERE = books.place(CRITERIA, '{"◯"')


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
