"""The old form has one criterion of another wording; the marks are still those of its rows."""

from pathlib import Path

from support import books, handed_out

WHERE = "old/Marks_委員2.xlsx"

check = books.usual_totals


def build(folder: Path) -> list[Path]:
    before = books.criteria_with("name: 実施計画", "name: 計画")
    old = handed_out.write(folder, before, out=None, split=folder / "old")
    new = handed_out.write(folder, split=folder / "new")
    for each in (old, new):
        handed_out.fill(each)
    return [folder / "bids.xlsx", folder / "new" / "Marks_委員1.xlsx", folder / WHERE]
