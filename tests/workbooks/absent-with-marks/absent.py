from pathlib import Path

from support import books

WHERE = "[採点_委員2] D2"
ALSO = {"evaluator-absent"}


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"審査委員": {"C3": "欠席"}}))]
