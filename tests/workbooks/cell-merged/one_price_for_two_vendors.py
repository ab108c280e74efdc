from pathlib import Path

from support import books

WHERE = "[提案者] C3"
ALSO = {"amount-blank"}


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.with_cells({"提案者": {"C3": None}}))
    books.merge(path, "提案者", "C2:C3")
    return [path]
