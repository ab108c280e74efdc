"""Where a part lies in the archive is the writer's choice; the relations name it."""

from pathlib import Path

from support import books

WHERE = "[採点_委員1] D2"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(
        folder, books.with_cells({"採点_委員1": {"D2": books.Formula("=18*2", 36)}})
    )
    content = books.parts(path)
    sheet = content.pop(books.part_of("採点_委員1"))
    for part in ("xl/_rels/workbook.xml.rels", "[Content_Types].xml"):
        content[part] = content[part].replace(b"worksheets/sheet4.xml", b"sheets/four.xml")
    books.pack(path, {**content, "xl/sheets/four.xml": sheet})
    return [path]
