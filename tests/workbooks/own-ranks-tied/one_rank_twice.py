from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "ranking: {by: points", "ranking: {by: rank-sum, evaluator_ranks: distinct"
)
WHERE = "[採点_委員1] D4"


def build(folder: Path) -> list[Path]:
    marks = {"D2": 30, "D3": 15, "A4": "rank", "D4": 2, "E4": 2, "F4": 3}
    cells = {"提案者": {"C2": 8_000_000}, "採点_委員1": marks}
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
