"""A stage without a gate lets all go on; who is first in it is not chosen yet."""

from pathlib import Path

from procscore.pipeline import Part
from support import books, stages

CRITERIA = books.criteria_with(", gate: {top: 2, at_cut: committee}", "", stages.CRITERIA)
PART = Part(stage="first")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.first_only(), CRITERIA)]


def check(evaluation) -> None:
    assert [each.vendor.id for each in evaluation.ranked] == ["A社", "B社", "C社"]
    assert evaluation.award.none
    assert evaluation.provisional is not None
