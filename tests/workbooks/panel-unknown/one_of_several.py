"""委員1 sits on both panels, so that all other marks are in order."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: office}",
    books.criteria_with(
        "panel: {", "panels: {office: {name: 事務職員}}\npanel: {name: 選定委員会, "
    ),
)
WHERE = "[審査委員] E2"


def build(folder: Path) -> list[Path]:
    cells = {
        "審査委員": {"E1": "panel", "E2": "選定委員会、office、監査", "E3": "選定委員会, office"}
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]
