from pathlib import Path

from support import books, stages

CRITERIA = books.criteria_with(
    "id: second",
    "id: first",
    stages.CRITERIA,
)
WHERE = books.place(CRITERIA, "first, name: 二次審査")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.valid(), CRITERIA)]
