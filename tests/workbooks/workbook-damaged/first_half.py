from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return [path]
