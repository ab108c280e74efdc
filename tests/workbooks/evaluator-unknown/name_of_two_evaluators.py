"""採点_鈴木 cannot be either's where both are called 鈴木."""

from pathlib import Path

from support import books

WHERE = "[採点_鈴木]"
ALSO = {"evaluator-sheet-missing"}


def build(folder: Path) -> list[Path]:
    sheets = books.with_cells({"審査委員": {"B2": "鈴木", "B3": "鈴木"}})
    sheets["採点_鈴木"] = sheets.pop("採点_委員2")
    return [books.hand_in(folder, sheets)]
