from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "[採点_委員1] D2"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    books.before_opening(folder, books.valid())
    return [books.hand_in(folder, books.with_cells({"採点_委員1": {"D2": 36.5}}))]
