from pathlib import Path

from support import books

CRITERIA = books.criteria_with("panel: {aggregate", "panel: {quorum: 0%, aggregate")
WHERE = books.place(CRITERIA, "0%, aggregate")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
