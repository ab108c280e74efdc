from pathlib import Path

from support import books

WHERE = "[採点_委員2] E2"
ALSO = {"evaluator-recused"}


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"審査委員": {"D3": "B社"}}))]
