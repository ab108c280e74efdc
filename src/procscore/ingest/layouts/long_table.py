"""The long table of marks (採点 / Marks): a row a mark, as forms tools export it."""

from collections.abc import Sequence

from procscore.diagnostics import Problems
from procscore.ingest.layouts import lookup, table
from procscore.ingest.layouts.grid import Found
from procscore.ingest.layouts.marks import read_mark
from procscore.ingest.layouts.table import Table
from procscore.ingest.layouts.task import Task
from procscore.ingest.layouts.words import TABLE
from procscore.ingest.sheet import Sheet
from procscore.model.bids import Evaluator, Vendor
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
    leaves: Sequence[Leaf],
    task: Task,
    problems: Problems,
) -> Found | None:
    """Read the marks that stand in the table, blank ones too; None for one without headings."""
    found = table.find(sheet, TABLE, _NEEDED, problems)
    if found is None:
        return None
    for heading in found.others:
        table.report_unread(heading, TABLE, problems)
    found.report_unheaded(found.rows(), problems)
    first: dict[tuple[str, str, str], str | None] = {}
    marks: Found = []
    left_out = {key(each) for each in task.aside}
    for row in found.rows():
        if key(found.text(row, "criterion", Problems())) in left_out:
            continue
        evaluator = _evaluator(found, row, panel, problems)
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
    return marks


def _evaluator(
    found: Table,
    row: int,
    panel: Sequence[Evaluator],
    problems: Problems,
) -> Evaluator | None:
    written = found.text(row, "evaluator", problems)
    evaluator = lookup.find_evaluator(written, panel)
    if evaluator is None:
        where = found.sheet.cell(row, found.columns["evaluator"]).where
        problems.add("evaluator-unknown", where, text=written)
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
