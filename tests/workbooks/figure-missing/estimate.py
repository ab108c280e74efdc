from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lowest-ratio", "points * (1 - price / estimate)")
WHERE = "[案件]"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
