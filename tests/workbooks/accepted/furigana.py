"""The reading above a name is no part of the name."""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    reading = r"\1<rPh sb='0' eb='1'><t>エー</t></rPh></si>"
    books.rewrite(path, "xl/sharedStrings.xml", "(<t>A社</t>)</si>", reading)
    return [path]
