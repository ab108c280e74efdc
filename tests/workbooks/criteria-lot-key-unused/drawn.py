from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lot]", "{lot: {rule: drawn, following: open}}]")
WHERE = books.place(CRITERIA, "open")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
