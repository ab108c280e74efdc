from pathlib import Path

from support import books

CRITERIA = books.criteria_with("mode: half-up}}\npanel", "mode: half_up}}\npanel")
WHERE = books.place(CRITERIA, "half_up")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
