"""Who is out by its status is not marked, so a score sheet need not have a column for it."""

from pathlib import Path

from support import books


def build(folder: Path) -> list[Path]:
    return [
        books.hand_in(
            folder,
            books.with_cells(
                {
                    "提案者": {"C4": None, "D4": "辞退"},
                    "採点_委員1": {"F1": None, "F2": None, "F3": None},
                    "採点_委員2": {"F1": None, "F2": None, "F3": None},
                }
            ),
        )
    ]
