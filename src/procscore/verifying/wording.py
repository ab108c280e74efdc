"""What the cells, rows and columns of a ranking are called when something is said of them."""

from procscore.language import N_, listing, message
from procscore.model.published import Grid, Held
from procscore.verifying.numbers import words

_SHOWN = 3
"""Cells of a line that are named."""


def is_number(cell: Held) -> bool:
    """Tell whether a cell holds a number or a formula."""
    return bool(cell.formula) or not isinstance(cell.content, str)


def in_table(grid: Grid, row: int) -> bool:
    """Tell whether a row holds numbers: words beside them are said of the same thing."""
    return any(map(is_number, grid.rows.get(row, {}).values()))


def label(grid: Grid, row: int) -> str:
    """Return what a row is called: its first text, else its first number, else its place."""
    texts = grid.texts(row)
    told = (words(each.content) for each in grid.rows[row].values())
    fallback = str(message(N_("row {row}"), row=row))
    return line(texts[0]) if texts else next(filter(None, told), fallback)


def heading(grid: Grid, row: int, column: int) -> str:
    """Return the heading of a cell's column; empty for a row right above headings, which begins a table."""
    above = grid.head(row)
    if not above or row + 1 in grid.heads:
        return ""
    cell = grid.rows[above].get(column)
    return line(str(cell.content)) if cell is not None else ""


def line(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


def row_words(grid: Grid, row: int) -> str:
    """Return what stands in a row, from its beginning."""
    return first_words(list(grid.rows[row].values()))


def both(value: str, formula: str) -> str:
    """Return a value with the formula that gives it."""
    return str(listing(each for each in (value, formula) if each))


def first_words(cells: list[Held]) -> str:
    """Return what the first of some cells hold."""
    told = [line(words(each.content)) or each.formula for each in cells[:_SHOWN]]
    return str(listing([*told, *(["…"] if len(cells) > _SHOWN else [])]))
