from pathlib import Path

from support import books

WHERE = "[提案者] A2"


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {
                    "提案者": {"C2": 8_000_000, "F3": 1},
                    "採点_委員1": {"D2": 30, "D3": 15},
                    "採点_委員2": {"D2": 31, "D3": 14},
                }
            ),
        )
    ]
