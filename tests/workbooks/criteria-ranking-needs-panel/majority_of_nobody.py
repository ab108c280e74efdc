from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{by: points",
    "{by: points, majority: flag",
    books.criteria_with("aggregate: mean", "aggregate: consensus"),
)
WHERE = books.place(CRITERIA, "{by: points")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
