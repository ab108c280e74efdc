from pathlib import Path

from support import books

WHERE = "copy of bids.xlsx"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    copy = folder / "copy of bids.xlsx"
    copy.write_bytes(path.read_bytes())
    return [path, copy]
