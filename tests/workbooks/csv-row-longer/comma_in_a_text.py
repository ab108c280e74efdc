from pathlib import Path

from support import books

WHERE = "回答.csv [回答] G3"


def build(folder: Path) -> list[Path]:
    paths = books.with_csv(folder, books.answers())
    text = paths[1].read_text(encoding="utf-8")
    paths[1].write_text(text.replace("B社の計画", "早い, 20", 1), encoding="utf-8")
    return paths
