from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    part = books.part_of("採点_委員1")
    books.rewrite(path, part, "<row ", '<row hidden="false" ')
    books.rewrite(path, part, "</row>", '<c r="Z9" s="0"/></row>')
    return [path]
