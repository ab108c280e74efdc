from pathlib import Path

from support import books

WHERE = "[採点_委員1] E4"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    cells = {"採点_委員1": {"B4": "合計", "D4": 54, "E4": "45点", "F4": 48.5}}
    return [books.hand_in(folder, books.with_cells(cells))]
