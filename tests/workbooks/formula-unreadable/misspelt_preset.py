from pathlib import Path

from support import books

CRITERIA = books.criteria_with("formula: lowest-ratio", "formula: lowest-ratoi")
WHERE = books.place(CRITERIA, "ratoi")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
