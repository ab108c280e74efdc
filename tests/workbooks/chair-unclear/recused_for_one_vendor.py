"""For A社 and C社 the chair marks; for B社, of whom it is recused, nobody would decide."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "  - id: price",
    "  - {id: isms, name: 認証, score: {method: check, votes: majority, even: chair}}\n  - id: price",
)
WHERE = "[提案者] A3"
ALSO = {"evaluator-recused"}


def build(folder: Path) -> list[Path]:
    cells = {
        "審査委員": {"D2": "B社", "E1": "役割", "E2": "委員長"},
        "採点_委員1": {"E2": None, "E3": None},
    }
    sheets = books.with_cells(cells)
    sheets["審査委員"].append(["委員3", "三国 次郎", "出席", None, None])
    sheets["採点_委員3"] = [list(row) for row in sheets["採点_委員2"]]
    sheets["採点_委員1"].append(["isms", "認証", None, "○", None, "○"])
    sheets["採点_委員2"].append(["isms", "認証", None, "○", "○", "○"])
    sheets["採点_委員3"].append(["isms", "認証", None, "○", "×", "○"])
    return [books.hand_in(folder, sheets, CRITERIA)]
