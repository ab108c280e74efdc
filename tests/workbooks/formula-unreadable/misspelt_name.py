from pathlib import Path

from support import books

CRITERIA = books.criteria_with("formula: lowest-ratio", "formula: points * lowst / price")
WHERE = books.place(CRITERIA, "lowst")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
