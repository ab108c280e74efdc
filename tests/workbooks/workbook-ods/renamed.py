from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    return [books.pack(folder / "bids.xlsx", {"mimetype": kind, "content.xml": b"<a/>"})]
