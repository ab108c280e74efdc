from pathlib import Path

from support import books

WHERE = "[案件] B4"


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.with_cells({"案件": {"A4": "基準額", "B4": 0}}))]
