from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(
        folder,
        {
            **books.valid(),
            "採点_委員1": [
                ["採点票"],
                books.valid()["採点_委員1"][0],
                [],
                *books.valid()["採点_委員1"][1:],
            ],
        },
    )
    merged = "".join(f'<mergeCell ref="{cells}"/>' for cells in ("A1:F1", "A2:A3", "D2:D3"))
    books.rewrite(
        path,
        books.part_of("採点_委員1"),
        "</sheetData>",
        f'</sheetData><mergeCells count="3">{merged}</mergeCells>',
    )
    return [path]
