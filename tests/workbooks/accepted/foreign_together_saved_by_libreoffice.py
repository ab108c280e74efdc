from pathlib import Path

from support import books, foreign

check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    bids, scores = foreign.changed(folder, "together")
    saved = books.saved_by_libreoffice(scores)
    (saved.parent / "layout.yaml").write_text(foreign.SHAPES["together"][1], encoding="utf-8")
    return [bids, saved]
