from pathlib import Path

from support import books

WHERE = "[採点_委員2]"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(path, "xl/workbook.xml", '(<sheet name="採点_委員2")', r'\1 state="veryHidden"')
    return [path]
