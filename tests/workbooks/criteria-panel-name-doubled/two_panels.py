from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: office}",
    books.criteria_with(
        "{id: plan, name: 実施計画, points: 40}",
        "{id: plan, name: 実施計画, points: 40, panel: experts}",
        books.criteria_with(
            "panel: {", "panels: {office: {name: 評価班}, experts: {name: 評価 班}}\npanel: {"
        ),
    ),
)
WHERE = books.place(CRITERIA, "評価 班")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
