from pathlib import Path

from support import books

WHERE = "[案件] A4"


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"案件": {"A4": "予定価格 提案価額", "B4": 9_000_000}})
        )
    ]
