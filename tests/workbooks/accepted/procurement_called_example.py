"""The words that head a column of examples may also be what a procurement is called."""

from pathlib import Path

from support import books


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"案件": {"B1": "記入例"}}))]


def check(evaluation) -> None:
    books.usual_totals(evaluation)
    assert evaluation.procurement.title == "記入例"
