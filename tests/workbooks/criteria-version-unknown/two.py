from pathlib import Path

from support import books

CRITERIA = books.criteria_with("procscore: 1", "procscore: 2")
WHERE = books.place(CRITERIA, "2\n")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
