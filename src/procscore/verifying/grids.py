"""The sheets of a ranking held against those that were computed, cell by cell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from procscore.diagnostics import Location
from procscore.language import N_, message
from procscore.model.bids import Vendor
from procscore.model.page import Words
from procscore.model.published import Grid, Held, Published
from procscore.model.result import Evaluation
from procscore.model.words import ORIGIN
from procscore.verifying import aligned
from procscore.verifying.cells import About
from procscore.verifying.numbers import words
from procscore.verifying.ranked import Level, Ranked, told
from procscore.verifying.reasons import Origins
from procscore.verifying.sheet import SheetPair
from procscore.verifying.vendors import Vendors
from procscore.verifying.wording import is_number

_OF_RECORD = 2
"""Columns of the sheet of the record: what a row is, and what it holds."""


@dataclass
class Grids:
    """Compares the sheets of two rankings, and gathers what is no difference."""

    found: Published
    expected: Published
    result: Evaluation
    """What `expected` was written from."""
    origins: Origins
    rules_sheet: str = ""
    """The sheet that says by which rules and from which files."""
    passed_over: frozenset[str] = frozenset()
    """Sheets that are compared otherwise."""
    date_line: str = ""
    """What stands where a committee writes the date, in the language of the ranking."""
    named: tuple[Vendor, ...] = ()
    """Vendors whom no added text may name, beside those of the result."""
    unstored: int = 0
    """Formulas whose result was not saved."""
    typed: list[Location] = field(default_factory=list)
    """Texts in cells that procscore leaves empty."""

    def differences(self) -> Iterator[Ranked]:
        """Give all differences, sheet by sheet."""
        there = self._by_name
        for each in self._expected:
            if each.name in there:
                pair = SheetPair(self._about, there[each.name], each)
                yield from pair.differences()
                self.unstored += pair.unstored
                self.typed += pair.typed
            else:
                where, what = self._file, message(N_("the sheet {sheet}"), sheet=each.name)
                # Marks first: one of them may make a tie, which has a sheet.
                yield told(Level.HANDED_IN, where, what, expected=each.name, depth=1)
        if self.found.record is None and self.expected.record is not None:
            what = message(N_("the record of what went in, which is missing"))
            for name in sorted(self.passed_over):
                yield told(Level.TEXT, self._file, what, expected=name)
        for name in sorted(self.passed_over & there.keys()):
            yield from self._beside_record(there[name])
        names = {each.name for each in self.expected.grids} | self.passed_over
        for name, grid in there.items():
            if name not in names:
                yield from self._added_sheet(grid)

    @cached_property
    def _about(self) -> About:
        vendors, there = Vendors(self.result, self.named), self._by_name
        matched = {
            each.name: aligned.matched(there[each.name], each, vendors.called)
            for each in self._expected
            if each.name in there
        }
        return About(
            file=self._file.file,
            result=self.result,
            origins=self.origins,
            rules_sheet=self.rules_sheet,
            is_table=self.found.kind == ".csv",
            date_line=self.date_line,
            vendors=vendors,
            matched=matched,
        )

    def notes(self) -> Iterator[Words]:
        """Give what is no difference and should be known, once the differences were given."""
        if self.unstored:
            text = N_(
                "Formulas without a stored result, compared as formulas only: {count}. A program that writes workbooks without computing them leaves them so."
            )
            yield message(text, count=self.unstored)
        for where in self.typed:
            yield message(N_("{cell} holds a text that was not computed."), cell=where)

    @property
    def _file(self) -> Location:
        return Location(self.found.where.name)

    @property
    def _expected(self) -> list[Grid]:
        return [each for each in self.expected.grids if each.name not in self.passed_over]

    @cached_property
    def _by_name(self) -> Mapping[str, Grid]:
        """Return the sheets that were found by the names of those that were expected."""
        if self.found.kind == ".csv":  # whose one sheet is named like the file
            return {self.expected.grids[0].name: self.found.grids[0]}
        return {each.name: each for each in self.found.grids}

    def _beside_record(self, grid: Grid) -> Iterator[Ranked]:
        """Give what is to be seen on the sheet of the record, or stands there beside it."""
        if not grid.hidden:
            where, what = Location(self._file.file, grid.name), message(N_("the sheet"))
            shown, hidden = str(message(N_("in sight"))), str(message(N_("hidden")))
            yield told(Level.TEXT, where, what, found=shown, expected=hidden)
        for row, cells in grid.rows.items():
            known = cells.get(1, Held("")).content in ORIGIN
            for column, cell in cells.items():
                if column > _OF_RECORD or not known:
                    where = Location(self._file.file, grid.name, row, column)
                    what = message(N_("a cell that was not computed"))
                    yield told(Level.TEXT, where, what, found=words(cell.content) or cell.formula)

    def _added_sheet(self, grid: Grid) -> Iterator[Ranked]:
        where = Location(self.found.where.name, grid.name)
        what = message(N_("a sheet that was not computed"))
        cells: list[Mapping[int, Held]] = list(grid.rows.values())
        if grid.is_chart or any(is_number(cell) for row in cells for cell in row.values()):
            yield told(Level.HANDED_IN, where, what, found=grid.name, depth=1)
        elif any(map(self._about.vendors.named, cells)):
            yield told(Level.WORD, where, what, found=grid.name)
        elif cells:
            self.typed.append(where)
