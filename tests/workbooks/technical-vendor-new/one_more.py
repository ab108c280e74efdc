from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "[提案者] A4"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    before = books.valid()
    del before["提案者"][3]
    for name in ("採点_委員1", "採点_委員2"):
        before[name] = [row[:5] for row in before[name]]
    books.before_opening(folder, before)
    return [books.hand_in(folder, books.valid())]
