from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "criteria:\n  - id", "scales:\n  two: {A: 100%, B: 3}\ncriteria:\n  - id"
)
WHERE = books.place(CRITERIA, "{A: 100%, B: 3}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
