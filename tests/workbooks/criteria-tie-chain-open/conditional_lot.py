from pathlib import Path

from support import books

CRITERIA = books.criteria_with("lot]", "{lot: {if_equal: [total]}}]")
WHERE = books.place(CRITERIA, "[{higher")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
