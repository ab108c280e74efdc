from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "ranking: {by: points", "ranking: {by: rank-sum, evaluator_ranks: distinct"
)
WHERE = "[採点_委員1] E4"


def build(folder: Path) -> list[Path]:
    cells = {"採点_委員1": {"A4": "順位", "D4": 1, "E4": 2.5, "F4": 3}}
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
