from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: office}",
    books.criteria_with(
        "panel: {aggregate",
        "panels: {office: {name: 選定委員会}}\npanel: {name: 選定委員会, aggregate",
    ),
)
WHERE = books.place(CRITERIA, "選定委員会}}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
