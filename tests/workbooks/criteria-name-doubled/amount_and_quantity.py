"""Which of the two a column 提案価格 is for could not be told."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("amounts:", "quantities:\n  sites: {name: 提案価格}\namounts:")
WHERE = books.place(CRITERIA, "提案価格}\namounts")


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid(), CRITERIA)]
