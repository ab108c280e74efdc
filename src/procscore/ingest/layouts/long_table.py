"""The long table of marks (採点 / Marks): a row a mark, as forms tools export it."""

from collections.abc import Sequence

from procscore.diagnostics import Problems
from procscore.ingest.layouts import lookup, table, tables
from procscore.ingest.layouts.marks import read_mark
from procscore.ingest.layouts.table import Table
from procscore.ingest.layouts.tables import Reading
from procscore.ingest.layouts.task import Task
from procscore.ingest.sheet import Sheet
from procscore.model.bids import Evaluator
from procscore.model.criteria import Leaf
from procscore.model.words import TABLE
from procscore.names import key


def read(
    sheet: Sheet,
    panel: Sequence[Evaluator],
    leaves: Sequence[Leaf],
    task: Task,
    problems: Problems,
) -> Reading | None:
    """Read the marks that stand in the table, blank ones too; None for one without headings."""
    found = tables.find("marks", sheet, problems)
    if found is None:
        return None
    for heading in found.others:
        table.report_unread(heading, TABLE, problems)
    found.report_unheaded(found.rows(), problems)
    first: dict[tuple[str, str, str], str | None] = {}
    reading = Reading()
    left_out = {key(each) for each in task.aside}
    for row in found.rows():
        if key(found.text(row, "criterion", Problems())) in left_out:
            continue
        evaluator = tables.evaluator_of(found, row, panel, problems)
        vendor = tables.vendor_of(found, row, task.vendors, problems)
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
        said = found.cell(row, "comment") if found.text(row, "comment", problems) else None
        mark = read_mark(cell, evaluator.id, leaf, task.criteria, said, problems)
        if mark is None:
            reading.refused.add(combination)
        else:
            reading.marks.append((vendor.id, leaf.id, mark))
    return reading


def _leaf(found: Table, row: int, leaves: Sequence[Leaf], problems: Problems) -> Leaf | None:
    written = found.text(row, "criterion", problems)
    leaf = lookup.find_leaf(written, leaves)
    if leaf is None:
        where = found.sheet.cell(row, found.columns["criterion"]).where
        lookup.unknown_criterion(written, leaves, where, problems)
    return leaf
