from pathlib import Path

from support import books

CRITERIA = books.criteria_with("points: 40}", "points: 40, topic: aproach}")
WHERE = books.place(CRITERIA, "aproach")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
