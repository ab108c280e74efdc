from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lowest-ratio", "points * (1 - price / ceiling)")
WHERE = "[案件]"
ALSO = {"ceiling-not-given", "procurement-value-blank"}


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"案件": {"B3": None}}), CRITERIA)]
