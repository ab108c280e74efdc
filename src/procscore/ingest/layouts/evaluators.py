"""The 審査委員 / Evaluators sheet: who sits on the panel, who is absent, who is recused."""

import re

from procscore.diagnostics import Problems
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts import lookup, table
from procscore.ingest.layouts.table import Table
from procscore.ingest.layouts.words import ATTENDANCE, EVALUATORS, find_word
from procscore.ingest.workbook import Sheet
from procscore.language import listing
from procscore.model.bids import Evaluator, Vendor
from procscore.names import display

_SEPARATORS = re.compile(r"[、，,;；\n]+")


def read(sheet: Sheet, vendors: tuple[Vendor, ...], problems: Problems) -> tuple[Evaluator, ...]:
    """Read the evaluators in the order of the sheet."""
    found = table.find(sheet, EVALUATORS, ("id",), problems)
    if found is None:
        return ()
    for heading in found.others:
        table.report_unread(heading, EVALUATORS, problems)
    found.report_unheaded(found.rows(), problems)
    evaluators: list[Evaluator] = []
    for row in found.rows():
        evaluator = _evaluator(found, row, vendors, problems)
        if evaluator is None:
            continue
        if other := lookup.find_evaluator(evaluator.id, evaluators):
            problems.add(
                "evaluator-doubled", evaluator.where, evaluator=evaluator.id, where=other.where.cell
            )
            continue
        evaluators.append(evaluator)
    return tuple(evaluators)


def _evaluator(
    found: Table, row: int, vendors: tuple[Vendor, ...], problems: Problems
) -> Evaluator | None:
    evaluator_id = found.text(row, "id", problems)
    first = next(found.sheet.cells(row))
    if not evaluator_id:
        problems.add("cells-not-read", first.where, text=cell_values.written(first))
        return None
    return Evaluator(
        id=evaluator_id,
        name=found.text(row, "name", problems) or evaluator_id,
        where=found.sheet.cell(row, found.columns["id"]).where,
        present=_present(found, row, problems),
        recused=_recused(found, row, vendors, problems),
    )


def _present(found: Table, row: int, problems: Problems) -> bool:
    cell = found.cell(row, "attendance")
    written = Nothing.BLANK if cell is None else cell_values.word(cell, problems)
    if cell is None or isinstance(written, Nothing):
        return True
    present = find_word(ATTENDANCE, written)
    if present is None:
        known = listing(filter(None, ATTENDANCE))
        problems.add("attendance-unknown", cell.where, text=written, known=known)
    return present is not False


def _recused(
    found: Table, row: int, vendors: tuple[Vendor, ...], problems: Problems
) -> frozenset[str]:
    recused: set[str] = set()
    cell = found.cell(row, "recused")
    if cell is None or isinstance(cell_values.word(cell, problems), Nothing):
        return frozenset()
    listed = cell.value if isinstance(cell.value, str) else cell_values.text(cell)
    for part in _SEPARATORS.split(listed):  # before the words are trimmed: lines separate too
        written = display(part)
        if not written:
            continue
        vendor = lookup.find_vendor(written, vendors)
        if vendor is None:
            where = found.sheet.cell(row, found.columns["recused"]).where
            lookup.unknown_vendor(written, vendors, where, problems)
        else:
            recused.add(vendor.id)
    return frozenset(recused)
