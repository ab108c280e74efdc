"""The directory at the end then points to places before the beginning."""

from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    path.write_bytes(path.read_bytes()[:100] + path.read_bytes()[300:])
    return [path]
