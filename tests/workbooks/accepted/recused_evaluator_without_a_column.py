"""Who is recused for a vendor need not have a column for it: B社 30 + 15, and 40 for its price."""

from pathlib import Path

from support import books

NOTES = {"evaluator-recused"}


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"審査委員": {"D3": "B社"}})
    sheets["採点_委員2"] = [[*row[:4], *row[5:]] for row in sheets["採点_委員2"]]
    return [books.hand_in(folder, sheets)]


def check(evaluation) -> None:
    assert evaluation.vendor("B社").points_in_all == 85
    assert evaluation.vendor("B社").evaluators == ("委員1",)
