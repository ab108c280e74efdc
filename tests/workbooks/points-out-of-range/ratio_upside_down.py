from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lowest-ratio", "points * price / lowest")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
