from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"採点_委員1": {"G1": "合計", "G2": 98.5, "G3": 49}})
        )
    ]
