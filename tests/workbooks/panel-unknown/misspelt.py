from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, panel: office}",
    books.criteria_with(
        "panel: {", "panels: {office: {name: 事務職員}}\npanel: {name: 選定委員会, "
    ),
)
WHERE = "[審査委員] E4"


def build(folder: Path) -> list[Path]:
    cells = {
        "審査委員": {"E1": "審査班", "E3": "事務職員", "A4": "委員3", "C4": "欠席", "E4": "事務職"},
        "採点_委員1": {"A3": None, "D3": None, "E3": None, "F3": None},
        "採点_委員2": {"A2": None, "D2": None, "E2": None, "F2": None},
    }
    return [books.hand_in(folder, books.with_cells(cells), CRITERIA)]


ALSO = {"evaluator-absent", "words-not-read"}
