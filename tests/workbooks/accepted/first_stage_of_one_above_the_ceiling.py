"""Whether the price stands there already or is sealed, the first stage does not ask for it."""

from pathlib import Path

from procscore.pipeline import Part
from support import books, stages

PART = Part(stage="first")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.dear(), stages.CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.stages[0].passed == ("A社", "B社")
    assert evaluation.excluded == ()
