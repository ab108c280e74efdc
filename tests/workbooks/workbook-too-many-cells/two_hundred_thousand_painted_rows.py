from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    cells = "".join(f'<c r="{column}%d" s="0"/>' for column in "ABC")
    rows = "".join(f'<row r="{row}">{cells % (row, row, row)}</row>' for row in range(5, 200_005))
    part = books.part_of("採点_委員1")
    content = books.parts(path)
    painted = content[part].replace(b"</sheetData>", rows.encode() + b"</sheetData>")
    return [books.pack(path, {**content, part: painted})]
