import zlib
from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    checksum = zlib.crc32(books.parts(path)["xl/styles.xml"]).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(checksum, bytes(4)))
    return [path]
