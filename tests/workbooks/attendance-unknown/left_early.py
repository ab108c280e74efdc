from pathlib import Path

from support import books

WHERE = "[審査委員] C2"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"審査委員": {"C2": "途中退席"}}))]
