from pathlib import Path

from procscore.ingest import gate
from support import books

WHERE = "回答.csv"
ALSO = {"no-evaluator-sheets"}


def build(folder: Path) -> list[Path]:
    paths = books.with_csv(folder, books.answers())
    with paths[1].open("ab") as file:
        file.write(b"," * gate.MOST_CELLS)
    return paths
