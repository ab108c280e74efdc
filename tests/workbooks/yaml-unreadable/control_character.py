from pathlib import Path

from support import books

CRITERIA = books.criteria_with("小さな", "小\x07さな")
WHERE = books.place(CRITERIA, "\x07")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
