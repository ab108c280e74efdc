from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {"提案者": {"B2": "葛󠄀城電算", "B3": "葛城測量"}, "採点_委員1": {"D1": "葛城電算"}}
            ),
        )
    ]
