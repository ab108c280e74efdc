from pathlib import Path

from support import books

WHERE = "[提案者] A5"


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder, books.with_cells({"提案者": {"A5": "Ａ社", "B5": "株式会社アルファ", "C5": 1}})
        )
    ]
