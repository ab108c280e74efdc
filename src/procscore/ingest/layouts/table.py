"""A table in a sheet: where its heading row is and what stands in each column."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from procscore.diagnostics import Problems, suggest
from procscore.ingest import cell_values
from procscore.ingest.layouts import leftover
from procscore.ingest.sheet import Cell, Shape, Sheet
from procscore.language import listing
from procscore.model.words import Words, look_up
from procscore.names import key

_HEADINGS_WITHIN = 30
"""Rows in which the headings are looked for; above them may stand titles and notes."""
_NOTE = re.compile(r"[※*]|\(?注(?:意|記|釈)?[\s0-9)）:.]|\(?notes?\b", re.IGNORECASE)
"""How a line begins that is plainly a note, and no name and no ID."""
_ENOUGH = 2
"""Headings that a row must share with the row of headings to be one itself."""


@dataclass(frozen=True)
class Table:
    """A sheet with its heading row found."""

    sheet: Sheet
    heading_row: int
    columns: Mapping[str, int]
    """The columns whose headings are known, by meaning."""
    others: tuple[Cell, ...]
    """The headings that are not among the words, from left to right."""
    passed_over: frozenset[int] = frozenset()
    """Rows below that are no entries: notes, and the headings once more."""

    def report_unheaded(self, rows: Iterable[int], problems: Problems) -> None:
        """Report what stands in `rows` in columns without a heading, once a column.

        In a text file, what stands beyond the last heading is an error, once a row: a separator in
        a text that is not quoted has moved everything behind it.
        """
        headed = set(self.sheet.rows[self.heading_row])
        found: dict[int, list[Cell]] = {}
        for row in rows:
            for column in self.sheet.rows.get(row, ()):
                if column in headed or (cell := self.sheet.cell(row, column)).blank:
                    continue
                if cell.shape is Shape.UNTYPED and column > max(headed):
                    problems.add("csv-row-longer", cell.where, text=cell_values.written(cell))
                    break
                found.setdefault(column, []).append(cell)
        for cells in found.values():
            problems.add("column-without-heading", cells[0].where, count=len(cells))

    def report_no_entry(self, row: int, problems: Problems) -> None:
        """Report what stands in a row that names nothing; blanks and spaces are nothing."""
        cells = [cell for cell in self.sheet.cells(row) if not cell.blank]
        if any(map(leftover.may_count, cells)):
            leftover.report(cells, problems)
        elif cells:
            text = cell_values.written(cells[0])
            problems.add("cells-not-read", cells[0].where, text=text)

    def rows(self) -> Iterator[int]:
        """Give the numbers of the rows below the headings that hold entries of the table."""
        return (
            row for row in self.sheet.rows if row > self.heading_row and row not in self.passed_over
        )

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


def _as_written(heading: str) -> Iterable[str]:
    return (heading,)


def find(
    sheet: Sheet,
    words: Words,
    needed: tuple[str, ...],
    problems: Problems,
    spellings: Callable[[str], Iterable[str]] = _as_written,
) -> Table | None:
    """Find the heading row: the first that holds all the `needed` words.

    `spellings` gives what a heading may stand for, if not only for itself. Reports a sheet without
    such a row, a heading that stands there twice, numbers above the headings, notes below them and
    a second table.
    """
    headed = headings(sheet, words, needed, spellings)
    if headed is None:
        problems.add(
            "headings-missing",
            sheet.where,
            headings=listing(" / ".join(words[meaning]) for meaning in needed),
        )
        return None
    row, cells = headed
    columns: dict[str, int] = {}
    others: list[Cell] = []
    for cell, meaning in cells:
        if meaning is None:
            others.append(cell)
        elif meaning in columns and meaning != "other":
            problems.add("heading-doubled", cell.where, heading=cell_values.text(cell))
        else:
            columns.setdefault(meaning, cell.where.column or 0)
    _report_above(sheet, row, problems)
    found = Table(sheet, row, columns, tuple(others))
    passed_over = frozenset(_passed_over(found, words, needed, problems))
    return replace(found, passed_over=passed_over)


def headings(
    sheet: Sheet,
    words: Words,
    needed: tuple[str, ...],
    spellings: Callable[[str], Iterable[str]] = _as_written,
) -> tuple[int, list[tuple[Cell, str | None]]] | None:
    """Return the first row that holds all the `needed` words, and what each heading means."""
    for row in list(sheet.rows)[:_HEADINGS_WITHIN]:
        meant = [
            (cell, _meaning(words, spellings(cell_values.text(cell)))) for cell in sheet.cells(row)
        ]
        if set(needed) <= {meaning for _, meaning in meant}:
            return row, meant
    return None


def _meaning(words: Words, spellings: Iterable[str]) -> str | None:
    """Return what the first of `spellings` that is known means, or None."""
    return next(filter(None, (look_up(words, each) for each in spellings)), None)


def _report_above(sheet: Sheet, heading_row: int, problems: Problems) -> None:
    """Report numbers above the headings; words are titles, also those that are still computed."""
    above = (cell for row in sheet.rows if row < heading_row for cell in sheet.cells(row))
    known = (cell for cell in above if cell.value is not None)
    leftover.report((cell for cell in known if leftover.may_count(cell)), problems)


def _passed_over(
    found: Table, words: Words, needed: tuple[str, ...], problems: Problems
) -> Iterator[int]:
    """Give the rows that are no entries; report notes, and the headings of a second table.

    The same headings may stand there again, as they do in a sheet that was made for print.
    """
    heads = _heads(found.sheet, found.heading_row, words)
    first = {key(word) for word in words[needed[0]]}
    below = list(found.rows())
    for index, row in enumerate(below):
        # Two are enough to know that it is no note.
        cells = list(islice((cell for cell in found.sheet.cells(row) if not cell.blank), 2))
        if len(cells) == 1 and _NOTE.match(unicodedata.normalize("NFKC", _words(cells[0]))):
            problems.add("cells-not-read", cells[0].where, text=_words(cells[0]))
            yield row
        elif key(_words(found.sheet.cell(row, found.columns[needed[0]]))) in first:
            again = _heads(found.sheet, row, words)
            if again.items() <= heads.items():
                yield row
            elif len(again.items() & heads.items()) >= _ENOUGH:
                problems.add("headings-again", cells[0].where, first=found.heading_row)
                yield from below[index:]
                return


def _words(cell: Cell) -> str:
    return cell_values.text(cell) if isinstance(cell.value, str) else ""


def _heads(sheet: Sheet, row: int, words: Words) -> dict[int, str]:
    """Return what the words in a row mean as headings, by column."""
    texts = {cell.where.column or 0: _words(cell) for cell in sheet.cells(row)}
    return {column: look_up(words, text) or key(text) for column, text in texts.items()}


def report_unread(heading: Cell, words: Words, problems: Problems) -> None:
    """Report a column whose heading is not among the words."""
    written = cell_values.text(heading)
    suggestion = suggest(written, [word for spellings in words.values() for word in spellings])
    problems.add("column-not-read", heading.where, heading=written, suggestion=suggestion)
