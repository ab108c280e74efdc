from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "places: 2, mode: half-up}}\npanel", "places: 1.5, mode: half-up}}\npanel"
)
WHERE = books.place(CRITERIA, "1.5")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
