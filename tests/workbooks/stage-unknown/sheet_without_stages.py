from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "bids.xlsx"
PART = Part(stage="first")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid())]
