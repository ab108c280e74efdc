"""委員1 has equal totals for A社 and B社 and ranks B社 before A社; 委員2 needs no ranks.

The ranks are B 1, A 2, C 3 and B 2, A 1, C 3: with them A社 and B社 have a sum of 3 each, and more
points decide. Without them the sums would be 2 and 3.
"""

from pathlib import Path

from support import books

NOTES = {"cell-number-as-text"}
CRITERIA = books.criteria_with(
    "ranking: {by: points", "ranking: {by: rank-sum, evaluator_ranks: distinct"
)


def build(folder: Path) -> list[Path]:
    cells = {
        "提案者": {"C2": 8_000_000},
        "採点_委員1": {"D2": 30, "D3": 15, "A4": "順位", "D4": 2, "E4": "1"},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]


def check(evaluation) -> None:
    compared = {each.vendor.id: each.compared for each in evaluation.ranked}
    assert compared == {"A社": 3, "B社": 3, "C社": 6}
