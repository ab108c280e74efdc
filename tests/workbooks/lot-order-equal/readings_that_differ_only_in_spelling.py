from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lot]", "{lot: {rule: remainder, order: reading}}]")
WHERE = "[提案者] G3"


def build(folder: Path) -> list[Path]:
    cells = {
        "提案者": {
            "C2": 8_000_000,
            "F2": "123",
            "F3": "078",
            "G1": "フリガナ",
            "G2": "べーた",
            "G3": "ﾍﾞｰﾀ",
        },
        "採点_委員1": {"D2": 30, "D3": 15},
        "採点_委員2": {"D2": 31, "D3": 14},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
