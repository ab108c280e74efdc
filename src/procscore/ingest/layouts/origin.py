"""The hidden sheet that procscore puts into the workbooks it writes: by which criteria sheet."""

from typing import NamedTuple

from procscore.diagnostics import Location
from procscore.ingest import cell_values
from procscore.ingest.sheet import Sheet
from procscore.model.words import ORIGIN, ORIGIN_SHEET
from procscore.names import key


class Origin(NamedTuple):
    """What a workbook says of itself."""

    where: Location
    digest: str
    """SHA-256 of the criteria sheet that its forms were made by."""
    anonymous: bool
    """Whether letters stand for the vendors."""


def is_origin(sheet: Sheet) -> bool:
    """Tell whether a sheet is the hidden one."""
    return key(sheet.name) == key(ORIGIN_SHEET) and bool(_entries(sheet).get(ORIGIN["digest"]))


def read(sheet: Sheet) -> Origin:
    """Read the hidden sheet."""
    entries = _entries(sheet)
    anonymous = entries.get(ORIGIN["anonymous"]) == "yes"
    return Origin(Location(sheet.file), entries.get(ORIGIN["digest"], ""), anonymous)


def _entries(sheet: Sheet) -> dict[str, str]:
    return {
        cell_values.text(sheet.cell(row, 1)): cell_values.text(sheet.cell(row, 2))
        for row in sheet.rows
    }
