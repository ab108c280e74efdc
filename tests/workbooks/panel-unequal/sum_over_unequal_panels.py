from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean", "aggregate: sum")
WHERE = "[提案者] A3"
ALSO = {"evaluator-recused"}


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells({"審査委員": {"D3": "A社"}, "採点_委員2": {"D2": None, "D3": None}}),
            CRITERIA,
        )
    ]
