from pathlib import Path

from procscore.pipeline import Part
from support import books

PART = Part(technical=Path("technical.json"))
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    books.before_opening(folder, books.valid())
    return [books.hand_in(folder, books.valid())]
