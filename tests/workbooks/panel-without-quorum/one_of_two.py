from pathlib import Path

from support import books

CRITERIA = books.criteria_with("panel: {", "panel: {quorum: 60%, ")
WHERE = "[審査委員] A3"
ALSO = {"evaluator-absent"}


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"審査委員": {"C3": "欠席"}})
    del sheets["採点_委員2"]
    return [books.hand_in(folder, sheets, CRITERIA)]
