from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "criteria:", "scales: {five: {A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}}\ncriteria:"
)
CRITERIA = books.criteria_with(
    "points: 20}", "points: 20, score: {method: grades, scale: five}}", CRITERIA
)
WHERE = "[採点_委員1] E3"


def build(folder: Path) -> list[Path]:
    cells = {
        "採点_委員1": {"D3": "A", "E3": "F", "F3": "C"},
        "採点_委員2": {"D3": "A", "E3": "B", "F3": "C"},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
