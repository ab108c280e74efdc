from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "bids.xlsx"
PART = Part(withdrawn=("D社",))


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid())]
