from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "score: {method: marks, step: 0.5}",
    "score: {method: marks, step: 0.5, veto: {mark: -3}}",
)
WHERE = books.place(CRITERIA, "-3}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
