from pathlib import Path

from support import books

NOTES = {"name-spelt-otherwise"}
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"採点_委員1": {"A1": " id ", "C1": "配　点", "D1": " Ａ社 "}})
        )
    ]
