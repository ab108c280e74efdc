"""A link writes nothing into a cell, and makes no cells."""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"提案者": {"A6": None}})
    path = books.hand_in(folder, sheets)
    links = '<hyperlink ref="A6" location="D社"/><hyperlink ref="A1:XFD1048576" location="E社"/>'
    after = f"</sheetData><hyperlinks>{links}</hyperlinks>"
    return [books.rewrite(path, books.part_of("提案者"), "</sheetData>", after)]
