from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "at_cut: committee",
    "at_cut: committee, minimums: [{criterion: hearing, at_least: 50%}]",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "{criterion: hearing")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
