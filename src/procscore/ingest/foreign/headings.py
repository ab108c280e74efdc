"""The headings of a foreign score sheet: several cells may be one, merged ones count for all."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from procscore.diagnostics import Location, Problems
from procscore.ingest import cell_values
from procscore.ingest.sheet import Cell, Sheet
from procscore.model import address
from procscore.model.address import Block


class Heading(NamedTuple):
    """What heads a row or a column."""

    parts: tuple[str, ...]
    """The words of its cells that hold any, from the outermost; of a merged cell once."""
    whole: bool
    """False where a cell was left blank before one that holds something."""
    where: Location
    """The innermost cell that holds something, else the first."""

    @property
    def text(self) -> str:
        """Return the heading in one line."""
        return " ".join(self.parts)


@lru_cache(maxsize=10_000)
def block(merged: str) -> Block:
    """Return a merged range."""
    return address.block(merged)


def filled(sheet: Sheet, row: int, column: int) -> Cell:
    """Return a cell; of a merged one, the one that holds its content."""
    cell = sheet.cell(row, column)
    if cell.merged is None:
        return cell
    whole = block(cell.merged)
    return sheet.cell(whole.top, whole.left)


def heading(sheet: Sheet, places: Iterable[tuple[int, int]], problems: Problems) -> Heading:
    """Return the heading that stands in `places`, (row, column) from the outermost.

    A cell that shows an error, or a formula without a result, is reported.
    """
    found = (filled(sheet, row, column) for row, column in places)
    cells = {cell.where: cell for cell in found}
    texts = [(cell_values.label(cell, problems), where) for where, cell in cells.items()]
    told = [(text, where) for text, where in texts if text]
    if not told:
        return Heading((), whole=False, where=texts[0][1])
    first_blank = next((index for index, (text, _) in enumerate(texts) if not text), len(texts))
    return Heading(
        tuple(text for text, _ in told), whole=first_blank >= len(told), where=told[-1][1]
    )
