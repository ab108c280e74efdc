from pathlib import Path

from procscore.pipeline import Part
from support import books, stages

WHERE = "[提案者] A4"
PART = Part(withdrawn=("ガンマ合同会社",))


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), stages.CRITERIA)]
