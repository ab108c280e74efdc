from pathlib import Path

from support import books

CRITERIA = books.criteria_with("step: 0.5", "step: 0.7")
WHERE = books.place(CRITERIA, "0.7")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
