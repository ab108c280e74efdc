from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "  - id: price",
    "  - {id: isms, name: 認証, score: {method: check, votes: all, even: chair}}\n  - id: price",
)
WHERE = books.place(CRITERIA, "chair}}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
