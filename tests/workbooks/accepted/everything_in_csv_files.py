from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    head = {"案件": sheets.pop("案件")}
    others = [books.save_csv(folder / f"{name}.csv", rows) for name, rows in sheets.items()]
    return [books.hand_in(folder, head), *others]
