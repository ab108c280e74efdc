"""Where no chair decides and there is one panel, 役割 and 担当 only say who is who."""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    cells = {"審査委員": {"E1": "役割", "E2": "学識経験者", "F1": "担当", "F3": "会計"}}
    return [books.hand_in(folder, books.with_cells(cells))]
