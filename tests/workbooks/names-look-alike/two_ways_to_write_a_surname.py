from pathlib import Path

from support import books

WHERE = "[提案者] A3"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {"提案者": {"B2": "渡邉測量株式会社", "B3": "渡邊測量株式会社", "B4": "山﨑測量"}}
            ),
        )
    ]
