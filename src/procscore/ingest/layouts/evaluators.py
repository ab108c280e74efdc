"""The 審査委員 / Evaluators sheet: who sits on the panel, who is absent, who is recused."""

from collections.abc import Iterator

from procscore import names
from procscore.diagnostics import Location, Problems, suggest
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts import lookup, table
from procscore.ingest.layouts.table import Table
from procscore.ingest.sheet import Sheet
from procscore.language import listing
from procscore.model.bids import Evaluator, Vendor
from procscore.model.criteria import CriteriaSheet
from procscore.model.rules import Panel
from procscore.model.scores import Check
from procscore.model.words import ATTENDANCE, EVALUATORS, ROLES, find_word
from procscore.names import key

_KEPT_CELLS = ("name", "attendance", "recused", "panel", "role")
"""The columns whose cells stay with the evaluator: what was written there may change."""


def read(
    sheet: Sheet, criteria: CriteriaSheet, vendors: tuple[Vendor, ...], problems: Problems
) -> tuple[Evaluator, ...]:
    """Read the evaluators in the order of the sheet."""
    found = table.find(sheet, EVALUATORS, ("id",), problems)
    if found is None:
        return ()
    for heading in found.others:
        table.report_unread(heading, EVALUATORS, problems)
    found.report_unheaded(found.rows(), problems)
    evaluators: list[Evaluator] = []
    for row in found.rows():
        evaluator = _evaluator(found, row, criteria, vendors, problems)
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
    found: Table,
    row: int,
    criteria: CriteriaSheet,
    vendors: tuple[Vendor, ...],
    problems: Problems,
) -> Evaluator | None:
    evaluator_id = found.text(row, "id", problems)
    if not evaluator_id:
        found.report_no_entry(row, problems)
        return None
    return Evaluator(
        id=evaluator_id,
        name=found.text(row, "name", problems) or evaluator_id,
        where=found.sheet.cell(row, found.columns["id"]).where,
        present=_present(found, row, problems),
        recused=_recused(found, row, vendors, problems),
        panels=_panels(found, row, criteria, problems),
        chair=_chairs(found, row, criteria, problems),
        cells={
            each: cell.where for each in _KEPT_CELLS if (cell := found.cell(row, each)) is not None
        },
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
    for written, where in _listed(found, row, "recused", problems):
        vendor = lookup.find_vendor(written, vendors)
        if vendor is None:
            lookup.unknown_vendor(written, vendors, where, problems)
        else:
            recused.add(vendor.id)
    return frozenset(recused)


def _listed(
    found: Table, row: int, meaning: str, problems: Problems
) -> Iterator[tuple[str, Location]]:
    """Give the words of a cell that holds several, with the cell's place."""
    cell = found.cell(row, meaning)
    if cell is None or isinstance(cell_values.word(cell, problems), Nothing):
        return
    written = cell.value if isinstance(cell.value, str) else cell_values.text(cell)
    for name in names.listed(written):
        yield name, cell.where


def _panels(
    found: Table, row: int, criteria: CriteriaSheet, problems: Problems
) -> frozenset[str | None]:
    """Return the panels of an evaluator: those in the cell, else the sheet's own."""
    rules: dict[str | None, Panel] = {None: criteria.panel}
    rules.update(criteria.panels)
    known_as = {
        key(word): each for each, about in rules.items() for word in (each, about.name) if word
    }
    panels: set[str | None] = set()
    for written, where in _listed(found, row, "panel", problems):
        if key(written) in known_as:
            panels.add(known_as[key(written)])
        elif criteria.panels:  # elsewhere the column is a note of who does what
            known = [about.name or each or "" for each, about in rules.items()]
            suggestion = suggest(written, [word for word in known if word])
            problems.add("panel-unknown", where, text=written, suggestion=suggestion)
    return frozenset(panels or {None})


def _chairs(found: Table, row: int, criteria: CriteriaSheet, problems: Problems) -> bool:
    cell = found.cell(row, "role")
    written = Nothing.BLANK if cell is None else cell_values.word(cell, problems)
    if cell is None or isinstance(written, Nothing):
        return False
    chairs = find_word(ROLES, written)
    asked = any(
        isinstance(leaf.score, Check) and leaf.score.even == "chair" for leaf in criteria.leaves
    )
    if chairs is None and asked:  # elsewhere the column is a note of who is who
        known = listing(filter(None, ROLES))
        problems.add("role-unknown", cell.where, text=written, known=known)
    return chairs is True
