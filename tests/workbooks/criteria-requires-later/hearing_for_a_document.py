from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "{id: record, name: 実績, points: 10}",
    "{id: record, name: 実績, points: 10, requires: {criterion: hearing, at_least: 60%}}",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "hearing, at_least")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
