"""A sum that was computed in binary, as some programs store it."""

from pathlib import Path

from support import books

WHERE = "[提案者] C3"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(path, books.part_of("提案者"), "<v>8000000</v>", "<v>8000000.000000001</v>")
    return [path]
