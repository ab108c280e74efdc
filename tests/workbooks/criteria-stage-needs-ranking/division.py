from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "by: points,",
    "by: formula, formula: hearing / total, best: highest, round: {places: 4, mode: down},",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "{id: first")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
