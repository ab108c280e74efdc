"""前株 and 後株 are two companies."""

from pathlib import Path

from support import books

WHERE = "[採点_委員1] D1"
ALSO = {"vendor-column-missing"}


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"採点_委員1": {"D1": "アルファ株式会社"}}))]
