from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "ranking: {by: points", "ranking: {by: rank-sum, evaluator_ranks: distinct", stages.CRITERIA
)
WHERE = books.place(CRITERIA, "{id: first")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
