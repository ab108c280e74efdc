from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "criteria: [documents], gate",
    "criteria: [document], gate",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "document], gate")
ALSO = {"criteria-stage-incomplete"}


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
