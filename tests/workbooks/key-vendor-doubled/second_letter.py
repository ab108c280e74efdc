from pathlib import Path

from support import books

WHERE = "[匿名対応表] A5"


def build(folder: Path) -> list[Path]:
    key = [["表示", "記号"], ["X", "A社"], ["Y", "B社"], ["Z", "C社"], ["W", "A社"]]
    return [books.hand_in(folder, {**books.valid(), "匿名対応表": key})]
