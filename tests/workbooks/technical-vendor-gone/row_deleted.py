from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "technical.json"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    books.before_opening(folder, books.valid())
    sheets = books.valid()
    del sheets["提案者"][3]
    for name in ("採点_委員1", "採点_委員2"):
        sheets[name] = [row[:5] for row in sheets[name]]
    return [books.hand_in(folder, sheets)]
