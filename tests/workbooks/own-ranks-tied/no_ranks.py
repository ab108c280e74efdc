from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "ranking: {by: points", "ranking: {by: rank-sum, evaluator_ranks: distinct"
)
WHERE = "[審査委員] A2"


def build(folder: Path) -> list[Path]:
    cells = {"提案者": {"C2": 8_000_000}, "採点_委員1": {"D2": 30, "D3": 15}}
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
