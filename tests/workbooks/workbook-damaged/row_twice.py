"""One of two marks for one cell would be lost, and which one depends on the reader."""

from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(
        path,
        books.part_of("採点_委員1"),
        "</sheetData>",
        '<row r="3"><c r="D3"><v>1</v></c></row></sheetData>',
    )
    return [path]
