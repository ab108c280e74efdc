from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lot]", "chair, committee]")
WHERE = books.place(CRITERIA, "committee")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
