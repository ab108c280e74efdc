from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lot]", "vote, lot]")
WHERE = books.place(CRITERIA, "lot]")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
