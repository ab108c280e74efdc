from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean", "aggregate: trimmed-mean")
WHERE = "[提案者] A2"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
