from pathlib import Path

from support import books

WHERE = "採点_委員1.csv [採点_委員1] G3"


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    rows = sheets.pop("採点_委員1")
    rows[2].append(9)
    return [books.hand_in(folder, sheets), books.save_csv(folder / "採点_委員1.csv", rows)]
