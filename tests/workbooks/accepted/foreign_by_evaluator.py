"""A sheet an evaluator, items by number, vendors across, subtotals in between."""

from pathlib import Path

from support import foreign

check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, "by_evaluator")
