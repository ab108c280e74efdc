from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lowest-ratio", "points * (1 - price / 9000000)")
WHERE = "[提案者] C2"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
