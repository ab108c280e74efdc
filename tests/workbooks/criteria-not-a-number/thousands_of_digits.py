"""Python refuses to convert more than 4,300 digits."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("points: 100", "points: " + "9" * 5_000)
WHERE = "criteria.yaml:4:9"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
