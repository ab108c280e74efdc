"""The record in a ranking that was written as a workbook: on its hidden sheet, in pieces."""

from collections.abc import Iterable
from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.ingest import cell_values, gate, recorded, workbook
from procscore.ingest.sheet import Sheet
from procscore.model.recorded import Recorded
from procscore.model.words import ORIGIN, ORIGIN_SHEET
from procscore.names import key


def read(path: Path, problems: Problems) -> Recorded | None:
    """Return the record of the ranking at `path`, or add to `problems` why there is none.

    Raises OSError when the file is there and cannot be read.
    """
    opened = gate.open_workbook(path, str(path), problems)
    sheets = workbook.read(opened, str(path), problems) if opened else None
    return None if sheets is None else of(sheets, Location(str(path)), problems)


def has_record(sheets: Iterable[Sheet]) -> bool:
    """Tell whether there is a record: a page that is no ranking has none."""
    return bool(_text(sheets))


def of(sheets: Iterable[Sheet], where: Location, problems: Problems) -> Recorded | None:
    """Return the record in the `sheets` of the file `where`, or add that it cannot be read."""
    return recorded.read(_text(sheets).encode(errors="replace"), where.file, problems)


def _text(sheets: Iterable[Sheet]) -> str:
    """Return the pieces in their order, as one text; empty where there is no such sheet."""
    return "".join(
        cell_values.text(sheet.cell(row, 2))
        for sheet in sheets
        if key(sheet.name) == key(ORIGIN_SHEET)
        for row in sheet.rows
        if cell_values.text(sheet.cell(row, 1)) == ORIGIN["record"]
    )
