from pathlib import Path

from support import books

WHERE = "[提案者] G3"


def build(folder: Path) -> list[Path]:
    cells = {"提案者": {"G1": "受付番号", "G2": 1, "G3": "受2"}}
    return [books.hand_in(folder, books.with_cells(cells))]
