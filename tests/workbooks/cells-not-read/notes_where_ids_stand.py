from pathlib import Path

from support import books

WHERE = "[提案者] A6"
check = books.usual_totals


def build(folder: Path) -> list[Path]:
    cells = {"採点_委員1": {"A5": "※ 0.5点刻み", "A6": "以上"}, "提案者": {"A6": "（注）税抜"}}
    return [books.hand_in(folder, books.with_cells(cells))]
