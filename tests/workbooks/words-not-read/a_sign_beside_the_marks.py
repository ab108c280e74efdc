from pathlib import Path

from support import books

WHERE = "[採点_委員1] H9"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"採点_委員1": {"H9": "◎"}}))]
