from pathlib import Path

from support import books

WHERE = "[採点_委員1] A2"
ALSO = {"criterion-row-missing"}


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"採点_委員1": {"A2": "plam"}}))]
