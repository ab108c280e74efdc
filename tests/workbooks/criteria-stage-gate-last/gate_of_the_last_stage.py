from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "criteria: [hearing, price], carry_over: true}",
    "criteria: [hearing, price], carry_over: true, gate: {top: 1}}",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "{top: 1}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
