from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{name: 提案価格, tax: excluded}", "{name: 提案価格, formula: total + 1}"
)
WHERE = books.place(CRITERIA, "total + 1")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
