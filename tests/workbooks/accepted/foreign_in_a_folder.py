"""The layout in a folder is read with its workbooks, and is no file that is not read."""

from pathlib import Path

from support import foreign

check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    bids, scores = foreign.changed(folder)
    return [bids, scores.parent]
