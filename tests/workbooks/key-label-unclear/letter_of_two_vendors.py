from pathlib import Path

from support import books

WHERE = "[匿名対応表] A3"


def build(folder: Path) -> list[Path]:
    key = [["表示", "記号", "名称"], ["X", "A社", None], ["x", "B社", None], ["Z", "C社", None]]
    return [books.hand_in(folder, {**books.valid(), "匿名対応表": key})]
