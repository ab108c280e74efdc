from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    path.write_bytes("\ufeff\n<HTML><table><tr><td>36</td></tr></table></HTML>".encode())
    return [path]
