from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "[提案者] A2"
ALSO = {"evaluator-absent"}
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    books.before_opening(folder, books.valid())
    sheets = books.with_cells({"審査委員": {"C3": "欠席"}})
    del sheets["採点_委員2"]
    return [books.hand_in(folder, sheets)]
