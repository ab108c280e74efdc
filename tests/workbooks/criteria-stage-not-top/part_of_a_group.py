from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "criteria: [documents], gate",
    "criteria: [documents, plan], gate",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "plan], gate")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
