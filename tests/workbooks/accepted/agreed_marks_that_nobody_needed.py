"""Agreed marks may override, and none were agreed on: there is no sheet 合議."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean,", "aggregate: mean, consensus: overrides,")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.award.winners == ("B社",)
