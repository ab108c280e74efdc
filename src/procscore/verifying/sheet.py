"""A sheet of a ranking held against the one that was computed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from procscore.diagnostics import Location
from procscore.diagnostics.location import column_letters
from procscore.language import N_, message
from procscore.model.page import Words
from procscore.model.published import Grid, Held
from procscore.verifying import formats, formulas, wording
from procscore.verifying.aligned import Table
from procscore.verifying.cells import About, Cells, added
from procscore.verifying.columns import Columns
from procscore.verifying.looks import Looks
from procscore.verifying.numbers import COMPUTED, same, words
from procscore.verifying.pairing import AS_THEY_STAND, Lines
from procscore.verifying.ranked import Level, Ranked, told

_NOTHING = Held("")
_AFTER_MARKS = 1
"""By a mark or a ceiling vendors may be out, or in a tie, which have rows of their own."""
_REPLACED = message(N_("A formula was replaced by what stands there."))


@dataclass
class SheetPair:
    """One sheet of both."""

    about: About
    found: Grid
    expected: Grid
    unstored: int = 0
    """Formulas whose result was not saved."""
    typed: list[Location] = field(default_factory=list)
    """Texts in cells that procscore leaves empty."""

    def differences(self) -> Iterator[Ranked]:
        """Give all differences of the sheet."""
        yield from self._hidden()
        for rows in self._blocks(self.expected, self._rows.missing):
            yield self._missing(rows)
        for rows in self._blocks(self.found, self._rows.added):
            yield from self._added(rows)
        for columns in self._tables.values():
            yield from columns.differences(self.about.file)
        for row, there in self._rows.pairs.items():
            if row in self._rows.moved and not self._follows(row, there):
                yield self._moved(row, there)
            yield from self._row(row, there)
        yield from Looks(self.about, self.found, self.expected, self.typed).differences()

    @cached_property
    def _cells(self) -> Cells:
        return Cells(self.about, self.expected, self.found)

    @cached_property
    def _rows(self) -> Lines:
        return self.about.matched[self.expected.name].rows

    @cached_property
    def _tables(self) -> Mapping[int, Columns]:
        """Return the columns of each table by the row of its headings; by 0 those of none."""
        tables = self.about.matched[self.expected.name].tables
        rows = self._rows.pairs

        def columns(table: Table) -> Columns:
            within = {row: rows[row] for row in rows if table.holds(row)}
            return Columns(self.found, self.expected, within, table.columns)

        return {each.first: columns(each) for each in tables}

    def _columns(self, row: int) -> Columns:
        """Return the columns of the table in which an expected row stands."""
        head = max((each for each in self._tables if each <= row), default=0)
        return self._tables[head] if head else self._no_table

    @cached_property
    def _no_table(self) -> Columns:
        return Columns(self.found, self.expected, {}, AS_THEY_STAND)

    def _where(self, row: int | None = None, column: int = 1) -> Location:
        return Location(self.about.file, self.found.name, row, column if row else None)

    def _hidden(self) -> Iterator[Ranked]:
        hidden, shown = str(message(N_("hidden"))), str(message(N_("in sight")))

        def of(where: Location, what: Words) -> Ranked:
            return told(Level.TEXT, where, what, found=hidden, expected=shown)

        if self.found.hidden and not self.expected.hidden:
            yield of(self._where(), message(N_("the sheet")))
        if self.expected.hidden:
            return
        for row in sorted(self.found.hidden_rows & set(self.found.rows)):
            name = wording.label(self.found, row)
            yield of(self._where(row), message(N_("the row of {row}"), row=name))
        used = {column for row in self.found.rows.values() for column in row}
        for column in sorted((self.found.hidden_columns - self.expected.hidden_columns) & used):
            name = column_letters(column)
            yield of(self._where(1, column), message(N_("column {column}"), column=name))

    @staticmethod
    def _blocks(grid: Grid, rows: Sequence[int]) -> Iterator[list[int]]:
        """Give rows one by one, but all together that stand below a line, with that line."""
        block: list[int] = []
        for row in rows:
            if block and grid.block(row) in grid.texts(block[0]):
                block.append(row)
                continue
            if block:
                yield block
            block = [row]
        if block:
            yield block

    def _missing(self, rows: Sequence[int]) -> Ranked:
        before = max((row for row in self._rows.pairs if row < rows[0]), default=0)
        there = self._rows.pairs.get(before, 0) + rows[0] - before
        where = self._where(there, min(self.expected.rows[rows[0]]))
        name = wording.label(self.expected, rows[0])
        text = (
            N_("the rows of {row} are missing") if rows[1:] else N_("the row of {row} is missing")
        )
        level = min(self._cells.level_of_row(row) for row in rows)
        stands = wording.row_words(self.expected, rows[0])
        what = message(text, row=name)
        origin = self._cells.status(rows[0])
        return told(level, where, what, expected=stands, depth=_AFTER_MARKS, origin=origin)

    def _added(self, rows: Sequence[int]) -> Iterator[Ranked]:
        row, where = rows[0], self._where(rows[0], min(self.found.rows[rows[0]]))
        cells, stands = self.found.rows[row], wording.row_words(self.found, row)
        named = self.about.vendors.of(*self.found.texts(row)) is not None
        if rows[1:]:
            what = message(N_("rows that were not computed"))
            yield told(Level.HANDED_IN, where, what, found=stands, depth=_AFTER_MARKS)
        elif named or wording.in_table(self.found, row):
            what = message(N_("a row that was not computed"))
            yield told(Level.HANDED_IN, where, what, found=stands, depth=_AFTER_MARKS)
        else:
            for column, cell in cells.items():
                yield from self._text(row, column, cell)

    def _text(self, row: int, column: int, cell: Held) -> Iterator[Ranked]:
        """Give a text that somebody added as a difference where it names a vendor; else note it."""
        where = self._where(row, column)
        what = message(N_("a text that was not computed and that names a vendor"))
        yield from added(self.about, self.typed, where, words(cell.content), what)

    def _moved(self, row: int, there: int) -> Ranked:
        what = message(N_("the row of {row}"), row=wording.label(self.expected, row))
        stands, computed = (str(message(N_("in row {row}"), row=each)) for each in (there, row))
        return told(Level.RANK, self._where(there), what, found=stands, expected=computed)

    def _follows(self, row: int, there: int) -> bool:
        """Tell whether a row was moved together with the one before it, which is told."""
        return row - 1 in self._rows.moved and self._rows.pairs[row - 1] == there - 1

    def _row(self, row: int, there: int) -> Iterator[Ranked]:
        columns = self._columns(row)
        got = {at: cell for at, cell in self.found.rows[there].items() if at not in columns.added}
        for column, here in self.expected.rows[row].items():
            if column in columns.missing:
                continue
            at = columns.there(column)
            cell = got.pop(at, _NOTHING)
            if cell is _NOTHING and (beside := self._beside(row, here, got)):
                got.pop(beside)
                continue
            yield from self._cell(row, column, here, self._where(there, at), cell)
        for at, cell in got.items():
            yield from self._unexpected(row, there, at, cell)

    def _beside(self, row: int, here: Held, got: Mapping[int, Held]) -> int:
        """Return the column of a row in which who has to sign stands all the same, 0 if in none.

        The places to sign are spread over the columns that there are.
        """
        if here.content not in self._to_sign or wording.in_table(self.expected, row):
            return 0
        expected = {self._columns(row).there(each) for each in self.expected.rows[row]}
        return next((at for at in got.keys() - expected if got[at] == here), 0)

    def _unexpected(self, row: int, there: int, at: int, cell: Held) -> Iterator[Ranked]:
        """Give what stands in a cell in which nothing should."""
        column = self._columns(row).expected_at(at)
        # A word in a table, or beside a vendor, is said of that.
        headed = wording.in_table(self.expected, row) and wording.heading(
            self.expected, row, column
        )
        said = headed or self.about.vendors.of(*self.expected.texts(row))
        if wording.is_number(cell) or said:
            yield from self._cell(row, column, _NOTHING, self._where(there, at), cell)
        else:
            yield from self._text(there, at, cell)

    def _cell(
        self, row: int, column: int, here: Held, where: Location, cell: Held
    ) -> Iterator[Ranked]:
        """Give the difference of a cell, if there is one."""
        formula = formulas.moved(here.formula, self.expected.name, self.about.matched)
        kept = formula == cell.formula or formula == formulas.within(
            cell.formula, self.expected.name, self.about.matched
        )
        if kept and here.formula and cell.content == "" != here.content:
            self.unstored += 1
            yield from self._format(row, column, here, where, replace(cell, content=here.content))
            return
        if kept and same(cell.content, here.content, *([COMPUTED] if here.formula else [])):
            yield from self._format(row, column, here, where, cell)
            return
        if self._signed(row, here, cell):
            yield from self._text(where.row or 0, where.column or 0, cell)
            return
        why = self._cells.why(row, column)
        if not kept and here.formula and not cell.formula and cell.content != "":
            why = (_REPLACED, *why)
        found, expected = words(cell.content), words(here.content)
        if not kept and (cell.formula or found == expected):
            found, expected = wording.both(found, cell.formula), wording.both(expected, formula)
        level, depth = self._cells.level(row, column, here)
        depth += same(cell.content, here.content)  # another formula comes after another number
        if self._cells.block(row) and not wording.is_number(here) and wording.is_number(cell):
            level = Level.HANDED_IN  # a mark that does not count
        yield told(
            level,
            where,
            self._cells.what(row, column),
            found=found,
            expected=expected,
            why=why,
            depth=depth,
            origin=self._cells.origin(row, column),
        )

    def _format(
        self, row: int, column: int, here: Held, where: Location, cell: Held
    ) -> Iterator[Ranked]:
        """Give the difference of how a number is shown, if there is one."""
        if not formats.alike(cell, here):
            of = self._cells.what(row, column)
            what = message(N_("{what}, as its format shows it"), what=of)
            found, expected = formats.shown(cell), formats.shown(here)
            yield told(Level.WORD, where, what, found=found, expected=expected)

    def _signed(self, row: int, here: Held, cell: Held) -> bool:
        """Tell whether a cell is one to sign or to date, and has more in it now."""
        if here.content and here.content == self.about.date_line:
            return str(cell.content).startswith(str(here.content).split("\u3000")[0])
        to_sign = here.content in self._to_sign and not wording.in_table(self.expected, row)
        return to_sign and str(cell.content).startswith(f"{here.content} ")

    @cached_property
    def _to_sign(self) -> frozenset[str]:
        """Return what is written where an evaluator signs."""
        people = self.about.result.evaluators
        return frozenset(name for each in people for name in (each.id, f"{each.id} {each.name}"))
