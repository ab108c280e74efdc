"""Nobody is absent: the panel itself is too small, which is a fault of the procurement."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("panel: {", "panel: {quorum: 3, ")
WHERE = "[案件]"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
