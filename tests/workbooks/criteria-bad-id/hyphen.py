from pathlib import Path

from support import books

CRITERIA = books.criteria_with("id: plan", "id: pl-an")
WHERE = books.place(CRITERIA, "pl-an")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
