"""No marks of the second stage yet, and no prices: they are not needed for the first."""

from pathlib import Path

from procscore.pipeline import Part
from support import books, stages

PART = Part(stage="first")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.first_only(), stages.CRITERIA)]


def check(evaluation) -> None:
    (first,) = evaluation.stages
    assert first.passed == ("A社", "B社")
    assert {each.vendor.id: each.points_in_all for each in evaluation.vendors} == {
        "A社": 28,
        "B社": 23.5,
        "C社": 15.5,
    }
    assert evaluation.award.none
