from pathlib import Path

from procscore.pipeline import Part
from support import books, stages

WHERE = "bids.xlsx"
PART = Part(stage="frist")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), stages.CRITERIA)]
