"""An agreed mark is nobody's own, so that it gives no evaluator's order of the vendors."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "aggregate: mean,", "aggregate: mean, consensus: overrides,"
).replace("{by: points,", "{by: rank-sum, evaluator_ranks: competition,")
WHERE = books.place(CRITERIA, "overrides")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
