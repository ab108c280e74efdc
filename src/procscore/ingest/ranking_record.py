"""The record in a ranking that was written as a workbook: on its hidden sheet, in pieces."""

from collections.abc import Iterable

from procscore.diagnostics import Location, Problems
from procscore.ingest import cell_values, recorded
from procscore.ingest.sheet import Sheet
from procscore.model.recorded import Recorded
from procscore.model.words import ORIGIN, ORIGIN_SHEET
from procscore.names import key


def has_record(sheets: Iterable[Sheet]) -> bool:
    """Tell whether there is a record: a page that is no ranking has none."""
    return bool(_text(sheets))


def of(sheets: Iterable[Sheet], where: Location) -> Recorded | None:
    """Return the record in the `sheets` of the file `where`, None where it cannot be read."""
    return recorded.read(_text(sheets).encode(errors="replace"), where.file, Problems())


def _text(sheets: Iterable[Sheet]) -> str:
    """Return the pieces in their order, as one text; empty where there is no such sheet."""
    return "".join(
        cell_values.text(sheet.cell(row, 2))
        for sheet in sheets
        if key(sheet.name) == key(ORIGIN_SHEET)
        for row in sheet.rows
        if cell_values.text(sheet.cell(row, 1)) == ORIGIN["record"]
    )
