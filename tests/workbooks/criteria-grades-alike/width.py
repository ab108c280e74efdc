from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "criteria:\n  - id", "scales:\n  two: {A: 100%, Ａ: 50%}\ncriteria:\n  - id"
)
WHERE = books.place(CRITERIA, "{A: 100%")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
