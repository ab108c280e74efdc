"""The agreed marks stand for the panel's: B社 30 + 15, and 40 for its price."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean", "aggregate: consensus")


def build(folder: Path) -> list[Path]:
    sheets = books.without("採点_委員1", "採点_委員2")
    sheets["合議"] = books.valid()["採点_委員1"]
    return [books.hand_in(folder, sheets, CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.vendor("B社").points_in_all == 85
    assert evaluation.vendor("A社").points_in_all == 86
