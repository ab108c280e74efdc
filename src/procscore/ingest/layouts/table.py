"""A table in a sheet: where its heading row is and what stands in each column."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from procscore.diagnostics import Problems, suggest
from procscore.ingest import cell_values
from procscore.ingest.layouts.words import Words, look_up
from procscore.ingest.sheet import Cell, Sheet
from procscore.language import listing

_HEADINGS_WITHIN = 30
"""Rows in which the headings are looked for; above them may stand titles and notes."""


@dataclass(frozen=True)
class Table:
    """A sheet with its heading row found."""

    sheet: Sheet
    heading_row: int
    columns: Mapping[str, int]
    """The columns whose headings are known, by meaning."""
    others: tuple[Cell, ...]
    """The headings that are not among the words, from left to right."""

    def report_unheaded(self, rows: Iterable[int], problems: Problems) -> None:
        """Report what stands in `rows` in columns without a heading, once a column."""
        headed = set(self.sheet.rows[self.heading_row])
        found: dict[int, list[Cell]] = {}
        for row in rows:
            for column in self.sheet.rows.get(row, ()):
                if column not in headed and not (cell := self.sheet.cell(row, column)).blank:
                    found.setdefault(column, []).append(cell)
        for cells in found.values():
            problems.add("column-without-heading", cells[0].where, count=len(cells))

    def rows(self) -> Iterator[int]:
        """Give the numbers of the rows below the headings that hold something."""
        return (row for row in self.sheet.rows if row > self.heading_row)

    def cell(self, row: int, meaning: str) -> Cell | None:
        """Return the cell of `row` in a known column, None where the table has no such column."""
        column = self.columns.get(meaning)
        return None if column is None else self.sheet.cell(row, column)

    def text(self, row: int, meaning: str, problems: Problems) -> str:
        """Return the words in a known column, empty where there is no such column.

        A cell that shows an error, or a formula without a result, is reported.
        """
        cell = self.cell(row, meaning)
        return "" if cell is None else cell_values.label(cell, problems)


def find(sheet: Sheet, words: Words, needed: tuple[str, ...], problems: Problems) -> Table | None:
    """Find the heading row: the first that holds all the `needed` words.

    Reports a sheet without one, and a heading that stands there twice.
    """
    for row in list(sheet.rows)[:_HEADINGS_WITHIN]:
        headings = [(cell, look_up(words, cell_values.text(cell))) for cell in sheet.cells(row)]
        if not set(needed) <= {meaning for _, meaning in headings}:
            continue
        columns: dict[str, int] = {}
        others: list[Cell] = []
        for cell, meaning in headings:
            if meaning is None:
                others.append(cell)
            elif meaning in columns and meaning != "other":
                problems.add("heading-doubled", cell.where, heading=cell_values.text(cell))
            else:
                columns.setdefault(meaning, cell.where.column or 0)
        return Table(sheet, row, columns, tuple(others))
    problems.add(
        "headings-missing",
        sheet.where,
        headings=listing(" / ".join(words[meaning]) for meaning in needed),
    )
    return None


def report_unread(heading: Cell, words: Words, problems: Problems) -> None:
    """Report a column whose heading is not among the words."""
    written = cell_values.text(heading)
    suggestion = suggest(written, [word for spellings in words.values() for word in spellings])
    problems.add("column-not-read", heading.where, heading=written, suggestion=suggestion)
