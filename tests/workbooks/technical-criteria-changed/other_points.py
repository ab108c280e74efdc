from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "technical.json"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    books.before_opening(folder, books.valid())
    criteria = books.criteria_with("places: 2", "places: 1")
    return [books.hand_in(folder, books.valid(), criteria)]
