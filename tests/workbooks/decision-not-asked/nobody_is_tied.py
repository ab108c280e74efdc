from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lot]", "committee]")
WHERE = "[提案者] G4"


def build(folder: Path) -> list[Path]:
    cells = {"提案者": {"G1": "決定順位", "G4": 1}}
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
