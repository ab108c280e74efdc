"""The second vendor would be eligible, though the cell says 失格 to whoever looks at it."""

from pathlib import Path

from support import books

WHERE = "[提案者] D3"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.with_cells({"提案者": {"D2": "失格", "D3": None}}))
    books.merge(path, "提案者", "D2:D3")
    return [path]
