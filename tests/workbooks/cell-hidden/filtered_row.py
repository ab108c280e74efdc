"""Somebody looked at one criterion only, and saved."""

from pathlib import Path

from support import books

WHERE = "[採点_委員1] D3"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    path = books.hand_in(folder, books.valid())
    books.rewrite(path, books.part_of("採点_委員1"), '<row r="3"', '<row r="3" hidden="1"')
    books.rewrite(
        path,
        books.part_of("採点_委員1"),
        "</sheetData>",
        '</sheetData><autoFilter ref="A1:F3"><filterColumn colId="0"><filters><filter val="plan"/></filters></filterColumn></autoFilter>',
    )
    return [path]
