"""A sheet a vendor, items by name with their points, evaluators across, means at the right."""

from pathlib import Path

from support import foreign

NOTES = {"sheet-not-read"}
check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, "by_vendor")
