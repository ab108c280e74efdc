from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: plan, name: 実施計画, points: 40}\n      - {id: staff, name: 実施体制, points: 20}",
    "{id: plan, name: 実施計画, points: 40, requires: {criterion: staff, at_least: 60%}}\n"
    "      - {id: staff, name: 実施体制, points: 20, requires: {criterion: plan, at_least: 60%}}",
)
WHERE = books.place(CRITERIA, "staff, at_least")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
