"""All bids are above the ceiling, which only flags them, and none of them counts as lowest."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{ceiling: exclude, lowest_among: eligible}", "{ceiling: flag, lowest_among: within-ceiling}"
)
WHERE = "[提案者] A2"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"案件": {"B3": 1_000_000}}), CRITERIA)]
