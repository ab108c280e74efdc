"""What stands in a sheet and belongs to no table: it is named, so that nothing is left out silently.

Numbers there may be marks that somebody meant to count, which is a warning. Words are notes, most
likely, and are noted.
"""

from collections.abc import Iterable, Iterator, Sequence

from procscore.diagnostics import Problems
from procscore.diagnostics.location import column_letters
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.sheet import Cell, Shape

_GAP = 2
"""Cells whose rows are no further apart than one empty row are told together."""


def report(cells: Iterable[Cell], problems: Problems) -> None:
    """Report `cells`, those of neighbouring rows together, with the range in which they stand."""
    for block in _blocks(sorted(cells, key=lambda cell: cell.where.order)):
        code = "numbers-not-read" if any(map(may_count, block)) else "words-not-read"
        first = block[0]
        problems.add(code, first.where, range=_range(block), text=cell_values.written(first))


def may_count(cell: Cell) -> bool:
    """Tell whether a cell may hold a mark or a price: a number in any spelling, or a failed one.

    A date is none.
    """
    if cell.is_error or (cell.formula is not None and cell.value is None):
        return True
    if isinstance(cell.value, int | float):
        return cell.shape is not Shape.DATE
    return not isinstance(cell_values.number(cell, Problems(), money=True), Nothing)


def _blocks(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    block: list[Cell] = []
    for cell in cells:
        if block and (cell.where.row or 0) - (block[-1].where.row or 0) > _GAP:
            yield block
            block = []
        block.append(cell)
    if block:
        yield block


def _range(cells: Sequence[Cell]) -> str:
    """Return the smallest range that holds `cells`, as Excel writes it."""
    rows = [cell.where.row or 0 for cell in cells]
    columns = [cell.where.column or 0 for cell in cells]
    first = f"{column_letters(min(columns))}{min(rows)}"
    last = f"{column_letters(max(columns))}{max(rows)}"
    return first if first == last else f"{first}:{last}"
