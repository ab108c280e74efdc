from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "[採点_委員2] F3"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    before = books.without("採点_委員2")
    del before["審査委員"][2]
    books.before_opening(folder, before)
    return [books.hand_in(folder, books.valid())]
