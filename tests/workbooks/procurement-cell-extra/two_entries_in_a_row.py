from pathlib import Path

from support import books

WHERE = "[案件] C1"


def build(folder: Path) -> list[Path]:
    cells = {"案件": {"C1": "調査基準価格"}}
    return [books.hand_in(folder, books.with_cells(cells))]
