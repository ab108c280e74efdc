from pathlib import Path

from support import books

CRITERIA = books.criteria_with("ceiling: exclude, ", "")
WHERE = "[案件] A3"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"案件": {"B3": None}}), CRITERIA)]
