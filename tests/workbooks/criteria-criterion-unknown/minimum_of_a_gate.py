from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "gate: {top: 2, at_cut: committee}",
    "gate: {minimums: [{criterion: plam, at_least: 60%}]}",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "plam")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
