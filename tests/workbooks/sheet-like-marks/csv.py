from pathlib import Path

from support import books

WHERE = "採点委員1.csv [採点委員1]"
ALSO = {"evaluator-sheet-missing"}


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    rows = sheets.pop("採点_委員1")
    return [books.hand_in(folder, sheets), books.save_csv(folder / "採点委員1.csv", rows)]
