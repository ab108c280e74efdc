"""No part is larger than 1 MiB, where the ratio begins to count; together they are 257 MiB."""

from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    bomb = {f"xl/media/{number}.xml": bytes(2**20) for number in range(257)}
    return [books.pack(path, {**books.parts(path), **bomb})]
