"""Nobody who looks at the sheet sees why B社 is out."""

from pathlib import Path

from support import books

WHERE = "[提案者] D3"


def build(folder: Path) -> list[Path]:
    path = books.hand_in(
        folder,
        books.with_cells(
            {
                "提案者": {"D3": "失格"},
                "採点_委員1": {"E2": None, "E3": None},
                "採点_委員2": {"E2": None, "E3": None},
            }
        ),
    )
    hidden = '<cols><col min="4" max="4" width="9" hidden="1"/></cols><sheetData>'
    books.rewrite(path, books.part_of("提案者"), "<sheetData>", hidden)
    return [path]
