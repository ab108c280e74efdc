from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: offices}",
    books.criteria_with(
        "{id: plan, name: 実施計画, points: 40}",
        "{id: plan, name: 実施計画, points: 40, panel: office}",
        books.criteria_with("panel: {", "panels: {office: {name: 職員}}\npanel: {"),
    ),
)
WHERE = books.place(CRITERIA, "offices}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
