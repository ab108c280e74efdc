from pathlib import Path

from support import books

CRITERIA = books.criteria_with("by: points", "by: points, evaluator_ranks: dense")
WHERE = books.place(CRITERIA, "dense")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
