from pathlib import Path

from support import books

CRITERIA = books.criteria_with("title: 小さな審査基準書\n", "")
WHERE = books.place(CRITERIA, "procscore")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
