from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, rescale: {formula: points * raw / of}}",
    books.criteria_with("aggregate: mean, over: criteria", "aggregate: median, over: totals"),
)
WHERE = books.place(CRITERIA, "{formula: points * raw")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
