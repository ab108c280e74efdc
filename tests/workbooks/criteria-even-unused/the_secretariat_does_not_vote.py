from pathlib import Path

from support import books

CRITERIA = books.criteria_with(
    "  - id: price",
    "  - {id: isms, name: 認証, score: {method: check, by: secretariat, votes: majority, even: fail}}\n"
    "  - id: price",
)
WHERE = books.place(CRITERIA, "fail}}")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
