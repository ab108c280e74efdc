from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lot]", "{lot: {if_equal: [totl]}}, committee]")
WHERE = books.place(CRITERIA, "totl")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
