from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "criteria:\n", "scales:\n  four: {A: 100%, B: 50%, D: 0%, E: 0%}\ncriteria:\n"
).replace(
    "score: {method: marks, step: 0.5}",
    "score: {method: grades, scale: four, veto: {mark: E, votes: any, otherwise: E}}",
)
WHERE = books.place(CRITERIA, "E, votes")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
