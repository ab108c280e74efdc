from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {"採点_委員1": {"D1": "A\u200b社\ufeff"}, "提案者": {"D3": "有\u200b効"}}
            ),
        )
    ]
