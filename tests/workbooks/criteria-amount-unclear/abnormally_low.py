from pathlib import Path

from support import books

CRITERIA = books.criteria_with("amounts:\n", "amounts:\n  yearly: {name: 年間利用料}\n")
CRITERIA = books.criteria_with(
    "{method: price, amount: total, formula: lowest-ratio, round: {places: 2, mode: half-up}}",
    "{method: marks}",
    CRITERIA,
)
CRITERIA = books.criteria_with(
    "ceiling: exclude,",
    "ceiling: ignore, abnormally_low: {rule: mean-minus-deviation},",
    CRITERIA,
)
WHERE = books.place(CRITERIA, "{rule: ")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
