from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{ceiling: exclude", "{minimums: [{at_least: 600%}], ceiling: exclude"
)
WHERE = books.place(CRITERIA, "600%")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
