from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "criteria:\n  - id", "scales:\n  two: {A: 0%, B: 0%}\ncriteria:\n  - id"
)
WHERE = books.place(CRITERIA, "{A: 0%, B: 0%}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
