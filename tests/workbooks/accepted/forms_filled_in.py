from pathlib import Path

from procscore import language
from support import books, handed_out

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    language.use("ja")
    written = handed_out.write(folder)
    handed_out.fill(written)
    return list(handed_out.paths(written))
