from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "technical.json"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    technical = books.before_opening(folder, books.valid())
    technical.write_bytes(technical.read_bytes()[:-400])
    return [books.hand_in(folder, books.valid())]
