"""The row of a score sheet in which an evaluator ranks the vendors: ID 順位 / rank."""

from collections.abc import Mapping, Sequence

from procscore.diagnostics import Problems
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.layouts.table import Table
from procscore.ingest.sheet import Cell
from procscore.model.bids import Quote
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.rankings import rank_without_ties
from procscore.model.words import OWN_RANK_ROWS
from procscore.names import key

Ranks = dict[tuple[str, str], Quote]
"""By (evaluator id, vendor id)."""


def is_row(written: str, criteria: CriteriaSheet) -> bool:
    """Tell whether an ID names the row of own ranks: a criterion of that ID goes before."""
    row = any(key(written) == key(word) for word in OWN_RANK_ROWS)
    return row and all(key(written) != key(each) for each in criteria.by_id)


def read(
    found: Table,
    who: str,
    leaves: Sequence[Leaf],
    criteria: CriteriaSheet,
    columns: Mapping[str, int],
    problems: Problems,
) -> Ranks:
    """Read the ranks that the evaluator `who` gave, in the columns of the vendors.

    Ranks that no rule asks for (nobody ranks without ties, or these are no evaluator's own marks)
    are reported and not read, and so is a second row.
    """
    rows = [
        row
        for row in found.rows()
        if is_row(cell_values.text(found.sheet.cell(row, found.columns["id"])), criteria)
    ]
    if not rows:
        return {}
    head, *more = (found.sheet.cell(row, found.columns["id"]) for row in rows)
    cells = {vendor: found.sheet.cell(rows[0], column) for vendor, column in columns.items()}
    if not (rank_without_ties(criteria) and _own(leaves, criteria)):
        if any(not cell.blank for cell in cells.values()):
            row = cell_values.text(head)
            problems.add("own-ranks-not-used", head.where, row=row)
        return {}
    for cell in more:
        written = cell_values.text(cell)
        problems.add("criterion-doubled", cell.where, criterion=written, first=head.where.cell)
    ranks = {(who, vendor): _rank(cell, problems) for vendor, cell in cells.items()}
    return {place: rank for place, rank in ranks.items() if rank is not None}


def _own(leaves: Sequence[Leaf], criteria: CriteriaSheet) -> bool:
    """Tell whether the sheet holds an evaluator's own marks, and no agreed ones."""
    return any(leaf.marked_by == "panel" and not criteria.agreed(leaf) for leaf in leaves)


def _rank(cell: Cell, problems: Problems) -> Quote | None:
    number = cell_values.number(cell, problems)
    if isinstance(number, Nothing):
        return None
    if number.denominator != 1 or number < 1:
        problems.add("own-rank-not-a-place", cell.where, text=cell_values.written(cell))
        return None
    return Quote(number, cell.where)
