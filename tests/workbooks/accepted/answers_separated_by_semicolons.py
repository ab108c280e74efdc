from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    rows = books.answers()
    rows[1][5] = "早い, 安い, 良い"
    return books.with_csv(folder, rows, delimiter=";")
