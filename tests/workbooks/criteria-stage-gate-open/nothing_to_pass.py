from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "gate: {top: 2, at_cut: committee}",
    "gate: {skip_below: 5}",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "{skip_below: 5}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
