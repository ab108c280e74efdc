"""One sheet: vendors across, each over the evaluators, with means in between."""

from pathlib import Path

from support import foreign

check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, "together")
