from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "aggregate: mean,", "aggregate: mean, trim: {highest: 1, lowest: 1},"
)
WHERE = books.place(CRITERIA, "{highest: 1")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
