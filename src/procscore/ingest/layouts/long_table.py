"""The long table of marks (採点 / Marks): a row a mark, as forms tools export it."""

from collections.abc import Mapping, Sequence

from procscore.diagnostics import Problems
from procscore.ingest.layouts import lookup, table
from procscore.ingest.layouts.grid import Found
from procscore.ingest.layouts.marks import read_mark
from procscore.ingest.layouts.table import Table
from procscore.ingest.layouts.task import Task
from procscore.ingest.layouts.words import TABLE
from procscore.ingest.workbook import Sheet
from procscore.model.bids import Evaluator, Mark, Vendor
from procscore.model.criteria import Leaf
from procscore.names import key

_NEEDED = ("evaluator", "vendor", "criterion", "mark")


def evaluators(sheet: Sheet) -> tuple[Evaluator, ...]:
    """Return the evaluators that occur in the table, for workbooks without a sheet of them."""
    found = table.find(sheet, TABLE, _NEEDED, Problems())
    if found is None:
        return ()
    met: dict[str, Evaluator] = {}
    for row in found.rows():
        name = found.text(row, "evaluator", Problems())
        if name:
            where = found.sheet.cell(row, found.columns["evaluator"]).where
            met.setdefault(key(name), Evaluator(name, name, where))
    return tuple(met.values())


def read(
    sheet: Sheet,
    panel: Sequence[Evaluator],
    grids: Mapping[str, Sheet],
    leaves: Sequence[Leaf],
    task: Task,
    problems: Problems,
) -> Found:
    """Read the marks; a combination without a row becomes a mark without a value."""
    found = table.find(sheet, TABLE, _NEEDED, problems)
    if found is None:
        return []
    for heading in found.others:
        table.report_unread(heading, TABLE, problems)
    found.report_unheaded(found.rows(), problems)
    first: dict[tuple[str, str, str], str | None] = {}
    marks: Found = []
    left_out = {key(each) for each in task.aside}
    for row in found.rows():
        if key(found.text(row, "criterion", Problems())) in left_out:
            continue
        evaluator = _evaluator(found, row, panel, grids, problems)
        vendor = _vendor(found, row, task.vendors, problems)
        leaf = _leaf(found, row, leaves, problems)
        if evaluator is None or vendor is None or leaf is None:
            continue
        if leaf.panel not in evaluator.panels:
            where = found.sheet.cell(row, found.columns["criterion"]).where
            problems.add("criterion-not-marked-here", where, criterion=leaf.id)
            continue
        cell = found.sheet.cell(row, found.columns["mark"])
        combination = (evaluator.id, vendor.id, leaf.id)
        if combination in first:
            problems.add("mark-doubled", cell.where, first=first[combination])
            continue
        first[combination] = cell.where.cell
        comment = found.text(row, "comment", problems)
        mark = read_mark(cell, evaluator.id, leaf, task.criteria, comment, problems)
        if mark is not None:
            marks.append((vendor.id, leaf.id, mark))
    marks.extend(
        (vendor.id, leaf.id, Mark(evaluator.id, None, sheet.where))
        for evaluator in panel
        if evaluator.id not in grids
        for vendor in task.vendors
        for leaf in leaves
        if leaf.panel in evaluator.panels and (evaluator.id, vendor.id, leaf.id) not in first
    )
    return marks


def _evaluator(
    found: Table,
    row: int,
    panel: Sequence[Evaluator],
    grids: Mapping[str, Sheet],
    problems: Problems,
) -> Evaluator | None:
    written = found.text(row, "evaluator", problems)
    evaluator = lookup.find_evaluator(written, panel)
    where = found.sheet.cell(row, found.columns["evaluator"]).where
    if evaluator is None:
        problems.add("evaluator-unknown", where, text=written)
    elif evaluator.id in grids:
        other = grids[evaluator.id].where
        problems.add("evaluator-sheet-doubled", where, evaluator=written, other=other)
        return None
    return evaluator


def _vendor(found: Table, row: int, vendors: Sequence[Vendor], problems: Problems) -> Vendor | None:
    written = found.text(row, "vendor", problems)
    vendor = lookup.find_vendor(written, vendors)
    where = found.sheet.cell(row, found.columns["vendor"]).where
    if vendor is None:
        lookup.unknown_vendor(written, vendors, where, problems)
    else:
        lookup.note_spelling(written, vendor, where, problems)
    return vendor


def _leaf(found: Table, row: int, leaves: Sequence[Leaf], problems: Problems) -> Leaf | None:
    written = found.text(row, "criterion", problems)
    leaf = lookup.find_leaf(written, leaves)
    if leaf is None:
        where = found.sheet.cell(row, found.columns["criterion"]).where
        lookup.unknown_criterion(written, leaves, where, problems)
    return leaf
