"""A hidden sheet is no evaluator's unless it is named so."""

from pathlib import Path

from support import books

WHERE = "[控え]"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, {**books.valid(), "控え": [["委員1", 36]]})
    books.rewrite(path, "xl/workbook.xml", '(<sheet name="控え")', r'\1 state="hidden"')
    return [path]
