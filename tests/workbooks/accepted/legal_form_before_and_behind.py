"""Two companies: the place of the legal form is part of the name."""

from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"提案者": {"B2": "株式会社山田", "B3": "山田株式会社"}})
        )
    ]
