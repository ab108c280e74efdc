from pathlib import Path

from support import books

CRITERIA = books.criteria_with("{higher: technical}", "{higher: techncal}")
WHERE = books.place(CRITERIA, "techncal")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
