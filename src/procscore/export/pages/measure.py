"""How a table stands on paper: its columns in narrow characters, its page, its rows of groups."""

from collections.abc import Sequence

from procscore.model.columns import share_out
from procscore.model.page import Cell, Column, Table
from procscore.xlsx import width

UPRIGHT = 138
ACROSS = 190
"""Narrow characters across A4, upright and lying, at a size that is read without glasses."""
LEVEL = 2
"""Narrow characters for each level that a cell stands deeper."""
_OFF = 1
"""What a number needs to stand off the line by a level, beside the room that every column has."""
_WIDEST_FIRST = 48
_WIDEST = 40
_LEAST_FIRST = 24
_LEAST = 16
"""Words are folded above the widest, and below the least only where they are shorter."""
_HEADING = 12
"""What heads numbers is folded down to that."""


def widths(table: Table) -> list[int]:
    """Return the widths of the columns: as wide as what stands in them, within reason.

    Words are folded further where the table gets no wider than the paper by that.
    """
    most, least = [], []
    for number, (column, off) in enumerate(zip(table.columns, offs(table.columns), strict=True)):
        heading, inside = width(str(column.heading)), _inside([row[number] for row in table.rows])
        if column.align == "right":
            inside += _OFF
        elif off:
            inside += LEVEL
        if column.align == "right" or column.keep:
            wide = low = max(inside, min(heading, _HEADING))
        else:
            wide = min(max(inside, heading), _WIDEST if number else _WIDEST_FIRST)
            low = min(wide, _LEAST if number else _LEAST_FIRST)
        most.append(_with_room(wide))
        least.append(_with_room(low))
    return share_out(least, most, ACROSS)


def offs(columns: Sequence[Column]) -> list[int]:
    """Return how many levels each column stands off the line: numbers one, where words may begin.

    Words behind numbers do so too: LibreOffice draws a number without its indent where the cell
    before it looks alike.
    """
    before = ("left", *(column.align for column in columns))
    return [
        int("right" in (column.align, last)) for column, last in zip(columns, before, strict=False)
    ]


def heads_others(row: Sequence[Cell]) -> bool:
    """Tell whether a row is about the rows below it: whatever it says is strong."""
    said = [cell.strong for cell in row if str(cell.text)]
    return bool(said) and all(said)


def lies(table: Table) -> bool:
    """Tell whether the table is printed on a page that lies on its side."""
    return sum(widths(table)) > UPRIGHT


def _with_room(wide: int) -> int:
    """Return the width of a column in which so many characters stand in one line in any font."""
    return wide + wide // 10 + 3


def _inside(cells: Sequence[Cell]) -> int:
    return max((width(str(cell.text)) + LEVEL * cell.indent for cell in cells), default=0)
