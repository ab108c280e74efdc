from pathlib import Path

from support import books

WHERE = "[Marks_委員1]"


def build(folder: Path) -> list[Path]:
    marks = books.with_cells({"採点_委員1": {"D2": 35}})["採点_委員1"]
    return [books.hand_in(folder, {**books.valid(), "Marks_委員1": marks})]
