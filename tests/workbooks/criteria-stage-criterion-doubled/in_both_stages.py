from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "criteria: [hearing, price], carry_over: true}",
    "criteria: [documents, hearing, price], carry_over: true}",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "documents, hearing")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
