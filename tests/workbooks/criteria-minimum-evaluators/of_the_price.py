from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "eligibility: {",
    "eligibility: {minimums: [{criterion: price, at_least: 60%, evaluators: all}], ",
)
WHERE = books.place(CRITERIA, "all}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
