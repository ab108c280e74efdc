from pathlib import Path

from support import books

WHERE = "回答.csv"
ALSO = {"no-evaluator-sheets"}


def build(folder: Path) -> list[Path]:
    paths = books.with_csv(folder, books.answers())
    paths[1].write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(512))
    return paths
