from pathlib import Path

from support import books

WHERE = "[採点_委員1] A6"


def build(folder: Path) -> list[Path]:
    below = {"A6": "ID", "B6": "審査項目", "C6": "配点", "D6": "A社", "E6": "B社", "F6": "順位"}
    marks = {"A7": "plan", "D7": 35, "E7": 30, "F7": 1}
    return [books.hand_in(folder, books.with_cells({"採点_委員1": {**below, **marks}}))]
