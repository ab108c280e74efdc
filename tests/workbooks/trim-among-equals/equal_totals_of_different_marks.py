"""Three evaluators give A社 54 in all, made up differently: one of them stays, the total is 54."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "aggregate: mean, over: criteria",
    "aggregate: trimmed-mean, trim: {highest: 1, lowest: 1}, over: totals",
)
WHERE = "[提案者] A2"


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells(
        {
            "審査委員": {"A4": "委員3", "B4": "永平寺 次郎"},
            "採点_委員1": {"D2": 36, "D3": 18},
            "採点_委員2": {"D2": 34, "D3": 20},
        }
    )
    sheets["採点_委員3"] = books.with_cells({"採点_委員1": {"D2": 35, "D3": 19}})["採点_委員1"]
    return [books.hand_in(folder, sheets, CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.vendor("A社").points("technical") == 54
