from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    last = '<row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>'
    books.rewrite(path, books.part_of("採点_委員1"), "</sheetData>", last)
    return [path]
