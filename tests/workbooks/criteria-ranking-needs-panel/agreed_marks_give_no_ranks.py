from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "ranking: {by: points",
    "ranking: {by: mean-rank",
    books.criteria_with("aggregate: mean", "aggregate: consensus"),
)
WHERE = books.place(CRITERIA, "{by: mean-rank")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
