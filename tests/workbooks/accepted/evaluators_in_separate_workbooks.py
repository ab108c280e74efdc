from pathlib import Path

from support import books

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    scores = folder / "scores"
    scores.mkdir()
    returned = [
        books.save(scores / f"{name}.xlsx", {name: sheets.pop(name)})
        for name in ("採点_委員2", "採点_委員1")
    ]
    return [books.hand_in(folder, sheets), *returned]
