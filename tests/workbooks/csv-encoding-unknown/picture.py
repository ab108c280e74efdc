from pathlib import Path

from support import books

WHERE = "回答.csv"
ALSO = {"no-evaluator-sheets"}


def build(folder: Path) -> list[Path]:
    paths = books.with_csv(folder, books.answers())
    paths[1].write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    return paths
