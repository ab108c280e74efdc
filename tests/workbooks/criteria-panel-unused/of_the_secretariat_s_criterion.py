"""A panel is not asked where the secretariat marks."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: office,"
    " score: {method: marks, by: secretariat}}",
    books.criteria_with("panel: {", "panels: {office: {name: 職員}}\npanel: {"),
)
WHERE = books.place(CRITERIA, "office: {")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
