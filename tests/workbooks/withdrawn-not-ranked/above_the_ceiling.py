from pathlib import Path

from procscore.pipeline import Part
from support import books

WHERE = "[提案者] A2"
ALSO = {"marks-not-scored"}
PART = Part(withdrawn=("A社",))


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"提案者": {"C2": 12_000_001}}))]
