"""Excel writes no cells for rows that were painted from end to end."""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    rows = "".join(f'<row r="{row}" s="0" customFormat="1"/>' for row in range(5, 100_005))
    part = books.part_of("採点_委員1")
    content = books.parts(path)
    painted = content[part].replace(b"</sheetData>", rows.encode() + b"</sheetData>")
    return [books.pack(path, {**content, part: painted})]
