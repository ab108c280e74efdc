from pathlib import Path

from support import books

CRITERIA = books.criteria_with("実施計画, points: 40}", "実施計画, points: 60}")
CRITERIA = books.criteria_with("実施体制, points: 20}", "実施体制}", CRITERIA)
WHERE = books.place(CRITERIA, "{id: staff")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
