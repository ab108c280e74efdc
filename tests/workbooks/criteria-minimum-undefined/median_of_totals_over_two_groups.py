from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean, over: criteria", "aggregate: median, over: totals")
CRITERIA = books.criteria_with(
    "eligibility: {", "eligibility: {minimums: [{excluding: price, at_least: 60%}], ", CRITERIA
)
CRITERIA = books.criteria_with(
    "  - id: price",
    "  - {id: talk, name: プレゼン, points: 10}\n  - id: price",
    CRITERIA,
)
CRITERIA = books.criteria_with("points: 100", "points: 110", CRITERIA)
WHERE = books.place(CRITERIA, "[{excluding")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
