from pathlib import Path

from procscore.pipeline import Part
from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: record, name: 導入実績, points: 20,"
    " score: {method: formula, formula: 'min(points, 2 * sites)'}}",
    books.criteria_with("criteria:\n", "quantities: {sites: {name: 導入団体数}}\ncriteria:\n"),
)
WHERE = "[提案者] A3"
PART = Part(technical=Path("technical.json"))


def build(folder: Path) -> list[Path]:
    before = _with_sites(5)
    books.before_opening(folder, before, CRITERIA)
    return [books.hand_in(folder, _with_sites(6), CRITERIA)]


def _with_sites(count: int) -> books.Sheets:
    sheets = books.with_cells({"提案者": {"G1": "sites", "G2": 3, "G3": count, "G4": 12}})
    for name in ("採点_委員1", "採点_委員2"):
        del sheets[name][2]
    return sheets
