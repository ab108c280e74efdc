from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(path, "xl/workbook.xml", "<workbookPr ", '<workbookPr date1904="1" ')
    return [path]
