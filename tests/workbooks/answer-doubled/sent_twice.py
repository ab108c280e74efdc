"""A form takes as many answers as are sent."""

from pathlib import Path

from support import books

WHERE = "回答.csv [回答] B8"
ALSO = {"name-spelt-otherwise"}


def build(folder: Path) -> list[Path]:
    rows = books.answers()
    rows.append(["2025/10/02 9:00:00", "福井 一郎", "㈱アルファ", 35, 18, None])
    return books.with_csv(folder, rows)
