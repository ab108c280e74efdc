from pathlib import Path

from support import books

WHERE = "bids.xlsx"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.without("提案者"))]
