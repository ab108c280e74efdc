from pathlib import Path

from support import books

WHERE = "[提案者] G2"


def build(folder: Path) -> list[Path]:
    cells = {"提案者": {"G1": "決定順位", "G2": "一位"}}
    return [books.hand_in(folder, books.with_cells(cells))]
