from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    bomb = {f"xl/media/{number}.xml": b"" for number in range(2_001)}
    return [books.pack(path, {**books.parts(path), **bomb})]
