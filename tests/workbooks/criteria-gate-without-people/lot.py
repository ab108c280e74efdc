from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with("committee], equal_ranks", "lot], equal_ranks", stages.CRITERIA)
WHERE = books.place(CRITERIA, "committee}}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
