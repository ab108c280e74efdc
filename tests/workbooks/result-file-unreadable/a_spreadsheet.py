from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "technical.json"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    books.save(folder / "technical.json", books.valid())
    return [books.hand_in(folder, books.valid())]
