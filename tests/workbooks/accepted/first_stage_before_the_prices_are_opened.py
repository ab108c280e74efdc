"""Up to a stage and without prices: the later stage's rows may stand there, as with each alone."""

from pathlib import Path

from procscore.pipeline import Part
from support import books, stages

PART = Part(stage="first", technical_only=True)


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), stages.CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.stages[0].passed == ("A社", "B社")
    assert evaluation.award.none
