from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{higher: technical}", "{higher: [plan, total]}")
WHERE = books.place(CRITERIA, "total]")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
