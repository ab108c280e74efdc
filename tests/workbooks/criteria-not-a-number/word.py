from pathlib import Path

from support import books

CRITERIA = books.criteria_with("points: 100", "points: 百")
WHERE = books.place(CRITERIA, "百")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
