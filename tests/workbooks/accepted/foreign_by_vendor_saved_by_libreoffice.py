from pathlib import Path

from support import books, foreign

NOTES = {"sheet-not-read"}
check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    bids, scores = foreign.changed(folder, "by_vendor")
    saved = books.saved_by_libreoffice(scores)
    (saved.parent / "layout.yaml").write_text(foreign.SHAPES["by_vendor"][1], encoding="utf-8")
    return [bids, saved]
