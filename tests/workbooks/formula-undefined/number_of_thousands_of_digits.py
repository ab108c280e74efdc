"""Twenty prices of 10^300 multiplied: exact, and longer than any number that can be written."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lowest-ratio", "points - " + " * ".join(["price"] * 20))
WHERE = "[提案者] C2"


def build(folder: Path) -> list[Path]:
    cells = {"案件": {"A3": None, "B3": None}, "提案者": {"C2": 1e300, "C3": 1e300, "C4": 1e300}}
    criteria = books.criteria_with("ceiling: exclude, ", "ceiling: ignore, ", CRITERIA)
    return [books.hand_in(folder, books.with_cells(cells), criteria)]
