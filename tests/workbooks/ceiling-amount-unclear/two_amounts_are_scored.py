from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "  total: {name: 提案価格, tax: excluded}",
    "  total: {name: 提案価格}\n  yearly: {name: 年間利用料}",
)
CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20,"
    " score: {method: price, amount: yearly, formula: lowest-ratio}}",
    CRITERIA,
)
WHERE = "[案件] A3"


def build(folder: Path) -> list[Path]:
    cells = {
        "提案者": {"G1": "年間利用料", "G2": 3, "G3": 2, "G4": 1},
        "採点_委員1": {"D3": None, "E3": None, "F3": None},
        "採点_委員2": {"D3": None, "E3": None, "F3": None},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
