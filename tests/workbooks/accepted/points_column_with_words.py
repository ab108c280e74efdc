from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"採点_委員1": {"C2": "40点", "C3": None}}))]
