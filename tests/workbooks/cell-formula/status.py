"""A status decides who is ranked, so it matters where it comes from."""

from pathlib import Path

from support import books

WHERE = "[提案者] D2"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {"提案者": {"D2": books.Formula('=IF(C2>12000000,"失格","有効")', "有効")}}
            ),
        )
    ]
