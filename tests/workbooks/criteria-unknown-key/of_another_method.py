from pathlib import Path

from support import books

CRITERIA = books.criteria_with("step: 0.5", "scale: five")
WHERE = books.place(CRITERIA, "scale")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
