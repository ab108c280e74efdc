from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "eligibility: {ceiling: exclude,",
    "eligibility: {minimums: [{each_of: plan, at_least: 60%}], ceiling: exclude,",
)
WHERE = books.place(CRITERIA, "plan, at")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
