from pathlib import Path

from support import books

CRITERIA = books.criteria_with("step: 0.5", "from: 5, to: 5")
WHERE = books.place(CRITERIA, "{method: marks")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
