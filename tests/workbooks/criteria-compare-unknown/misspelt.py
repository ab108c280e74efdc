from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 導入実績, points: 20, score:"
    " {method: formula, compare: site, formula: points * sites / highest}}",
    books.criteria_with("criteria:\n", "quantities: {sites: {name: 導入団体数}}\ncriteria:\n"),
)
WHERE = books.place(CRITERIA, "site, formula")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
