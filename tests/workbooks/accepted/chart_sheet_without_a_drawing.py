"""Sheets that hold a chart are passed over, whatever is wrong with them."""

import re
from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, {**books.valid(), "図": [[None]]})
    part = books.part_of("図", {**books.valid(), "図": []})
    content = books.parts(path)
    empty = b'<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    relations = re.sub(
        rb'(relationships/)work(sheet" Target="worksheets/sheet6)',
        rb"\1chart\2",
        content["xl/_rels/workbook.xml.rels"],
    )
    changed = {part: empty, "xl/_rels/workbook.xml.rels": relations}
    return [books.pack(path, {**content, **changed})]
