from pathlib import Path

from support import books

WHERE = "[提案者] A4"


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {
                    "提案者": {"A4": "甲", "B4": "㈱アルファ"},
                    "採点_委員1": {"F1": None, "F2": None, "F3": None},
                    "採点_委員2": {"F1": None, "F2": None, "F3": None},
                }
            ),
        )
    ]
