from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "eligibility: {",
    "eligibility: {minimums: [{each_of: technical, at_least: 60%, evaluators: majority}], ",
)
WHERE = books.place(CRITERIA, "majority}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
