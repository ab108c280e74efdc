"""What the later stage needs may stand in the workbook already; it is not read."""

from pathlib import Path

from procscore.pipeline import Part
from support import books, stages

PART = Part(stage="first")


def build(folder: Path) -> list[Path]:
    sheets = stages.valid()
    sheets["採点_委員1"][3][3] = "未定"
    return [books.hand_in(folder, sheets, stages.CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.stages[0].passed == ("A社", "B社")
    assert evaluation.vendor("A社").points_in_all == 28
