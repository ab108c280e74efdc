from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(path, books.part_of("採点_委員1"), 'ref="A1:F3"', 'ref="A1:XFD1048576"')
    return [path]
