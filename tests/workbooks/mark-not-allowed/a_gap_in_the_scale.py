from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "points: 40}", "points: 40, score: {method: marks, allowed: [4, 3, 1, 0]}}"
)
WHERE = "[採点_委員1] E2"


def build(folder: Path) -> list[Path]:
    cells = {
        "採点_委員1": {"D2": 4, "E2": 2, "F2": 3},
        "採点_委員2": {"D2": 4, "E2": 3, "F2": 3},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
