"""Excel saves “Unicode text” as UTF-16."""

from pathlib import Path

from support import books

WHERE = "回答.csv"
ALSO = {"no-evaluator-sheets"}


def build(folder: Path) -> list[Path]:
    return books.with_csv(folder, books.answers(), encoding="utf-16", delimiter="\t")
