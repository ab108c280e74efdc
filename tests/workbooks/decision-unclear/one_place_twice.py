from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lot]", "committee]")
WHERE = "[提案者] G2"


def build(folder: Path) -> list[Path]:
    cells = {
        "提案者": {"C2": 8_000_000, "G1": "決定順位", "G2": 1, "G3": "1"},
        "採点_委員1": {"D2": 30, "D3": 15},
        "採点_委員2": {"D2": 31, "D3": 14},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
