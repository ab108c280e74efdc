"""It begins like the name of an evaluator's sheet; the headings tell what it is."""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return books.with_csv(
        folder, books.answers(), name="採点_情報システム (回答) - フォームの回答 1.csv"
    )
