from pathlib import Path

from support import books

WHERE = "[審査委員] B4"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"審査委員": {"B4": "事務局 次郎"}}))]
