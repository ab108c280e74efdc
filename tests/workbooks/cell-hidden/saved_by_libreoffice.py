"""What LibreOffice keeps, and what it changes.

It keeps a zero that was stored for a formula, a hidden row and the grey of a filter, makes hidden
what was very hidden, shortens an integer of 17 digits, and writes `_x000b_` in small letters.
"""

from pathlib import Path

from support import books

WHERE = "saved/bids.xlsx [採点_委員1] D3"
ALSO = {"cell-formula", "cell-not-shown", "sheet-hidden"}


def build(folder: Path) -> list[Path]:
    changes = {
        "案件": {"B3": 12_345_678_901_234_567},
        "採点_委員1": {
            "A2": "pl\x0ban",
            "D2": books.Formula("=18*2"),
            "E2": books.Formatted(30, ";;;"),
            "D3": 18,
        },
    }
    path = books.hand_in(folder, books.with_cells(changes))
    books.rewrite(path, books.part_of("採点_委員1"), '<row r="3"', '<row r="3" hidden="1"')
    books.rewrite(path, "xl/workbook.xml", '(<sheet name="採点_委員2")', r'\1 state="veryHidden"')
    saved = books.saved_by_libreoffice(path)
    (saved.parent / "criteria.yaml").write_text(books.CRITERIA, encoding="utf-8")
    return [saved]


def check(evaluation) -> None:
    marks = evaluation.vendor("A社").score("plan").marks
    assert [mark.value for mark in marks] == [0, 34]
