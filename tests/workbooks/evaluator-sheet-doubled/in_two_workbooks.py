from pathlib import Path

from support import books

WHERE = "again.xlsx [採点_委員1]"


def build(folder: Path) -> list[Path]:
    first = books.hand_in(folder, books.valid())
    marks = books.with_cells({"採点_委員1": {"D2": 35}})["採点_委員1"]
    return [first, books.save(folder / "again.xlsx", {"採点_委員1": marks})]
