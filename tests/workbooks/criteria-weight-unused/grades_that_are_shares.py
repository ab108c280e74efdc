from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "{id: staff, name: 実施体制, points: 20}",
    "{id: staff, name: 実施体制, points: 20, weight: 20, score: {method: grades, scale: three}}",
    books.criteria_with("criteria:\n", "scales: {three: {A: 100%, B: 50%, C: 0%}}\ncriteria:\n"),
)
WHERE = books.place(CRITERIA, "20, score: {method: grades")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
