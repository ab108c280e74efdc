from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "score: {method: marks, step: 0.5}",
    "score: {method: grades, scale: three, veto: {mark: D}}",
    books.criteria_with("criteria:\n", "scales: {three: {A: 100%, B: 50%, C: 0%}}\ncriteria:\n"),
)
WHERE = books.place(CRITERIA, "D}}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
