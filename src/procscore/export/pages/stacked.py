"""Tables that stand on one sheet, one below the other, under the same columns."""

from collections.abc import Sequence
from dataclasses import replace

from procscore.model.page import Cell, Column, Table

ABSENT = Column("")
"""Stands for a column that other tables have: nothing is drawn there."""


def stacked(tables: Sequence[Table]) -> tuple[tuple[Table, ...], Table | None]:
    """Return the tables, each with the columns of all, and one that holds the rows of all.

    Of several, columns are the same where they are called the same; none calls two alike. Where a
    table has no such column, it has `ABSENT` there. A column is on the right in the table of all
    where it is in every one that has it.
    """
    if not tables[1:]:
        return tuple(tables), next(iter(tables), None)
    columns = _columns(tables)
    spread = tuple(_spread(table, columns) for table in tables)
    rows = tuple(row for table in spread for row in table.rows)
    return spread, replace(tables[0], columns=tuple(columns), rows=rows)


def _columns(tables: Sequence[Table]) -> list[Column]:
    """Return the columns of all, in an order in which each table has its own."""
    found: list[Column] = []
    for table in tables:
        end = len(found)
        for column in reversed(table.columns):
            called = [str(each.heading) for each in found]
            if str(column.heading) not in called:
                found.insert(end, column)
                continue
            end = called.index(str(column.heading))
            if column.align == "left":
                found[end] = column
    return found


def _spread(table: Table, columns: Sequence[Column]) -> Table:
    own = {str(column.heading): number for number, column in enumerate(table.columns)}
    places = [own.get(str(column.heading)) for column in columns]
    return replace(
        table,
        columns=tuple(ABSENT if at is None else table.columns[at] for at in places),
        rows=tuple(tuple(Cell() if at is None else row[at] for at in places) for row in table.rows),
    )
