from pathlib import Path

from support import books

WHERE = "[提案者] A7"


def build(folder: Path) -> list[Path]:
    below = {"A7": "記号", "B7": "名称", "C7": "電話", "A8": "D社", "B8": "デルタ", "C8": 3111}
    return [books.hand_in(folder, books.with_cells({"提案者": below}))]
