"""The sheets of a ranking held against those that were computed, cell by cell."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from procscore.diagnostics import Location
from procscore.diagnostics.location import column_letters
from procscore.language import N_, listing, message
from procscore.model.bids import Vendor
from procscore.model.page import Words
from procscore.model.published import Grid, Held, Published
from procscore.model.result import Evaluation, VendorResult
from procscore.model.told import vendor_name
from procscore.model.verification import Difference
from procscore.model.words import RANKING_SHEETS, RESULT_HEADINGS
from procscore.names import key
from procscore.verifying import aligned, formulas, reasons
from procscore.verifying.numbers import COMPUTED, same, words
from procscore.verifying.ranked import Level, Ranked
from procscore.verifying.reasons import Origins

_NOTHING = Held("")
_REPLACED = message(N_("A formula was replaced by what stands there."))
_REFERENCE = re.compile(r"=([^!]+!)?[A-Z]+[0-9]+")
"""A formula that is only another cell."""
_SHOWN = 3
"""Cells of a row that are named."""


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
    unstored: int = 0
    """Formulas whose result was not saved."""
    typed: list[Location] = field(default_factory=list)
    """Texts in cells that procscore leaves empty."""

    def differences(self) -> Iterator[Ranked]:
        """Give all differences, sheet by sheet."""
        found = {each.name: each for each in self.found.grids}
        if self.found.kind == ".csv":  # whose one sheet is named like the file
            found = {self.expected.grids[0].name: self.found.grids[0]}
        here = [each for each in self.expected.grids if each.name not in self.passed_over]
        matched = {
            each.name: aligned.rows(found[each.name], each) for each in here if each.name in found
        }
        rows = {name: each.pairs for name, each in matched.items()}
        for each in here:
            if each.name not in found:
                where = Location(self.found.where.name)
                yield _told(
                    Level.HANDED_IN,
                    where,
                    message(N_("the sheet {sheet}"), sheet=each.name),
                    "",
                    each.name,
                    depth=1,  # marks first: one of them may make a tie, which has a sheet
                )
                continue
            pair = _Pair(self, found[each.name], each, matched[each.name], rows)
            yield from pair.differences()
        if self.found.record is None and self.expected.record is not None:
            what = message(N_("the record of what went in, which is missing"))
            where = Location(self.found.where.name)
            for name in sorted(self.passed_over):
                yield _told(Level.TEXT, where, what, "", name)
        names = {each.name for each in self.expected.grids} | self.passed_over
        for name, grid in found.items():
            if name not in names:
                yield from self._added_sheet(grid)

    def vendor(self, *texts: str) -> VendorResult | None:
        """Return the vendor that is named by one of some texts, None if none is."""
        for each in self.result.vendors:
            names = (str(vendor_name(each)), each.vendor.name, each.vendor.id)
            if any(text in names or text.startswith(names[0]) for text in texts):
                return each
        return None

    def names_a_vendor(self, cells: Mapping[int, Held]) -> bool:
        """Tell whether a vendor is named anywhere in the texts of a row."""
        return any(names(each.vendor, cells) for each in self.result.vendors)

    def notes(self) -> Iterator[Words]:
        """Give what is no difference and should be known, once the differences were given."""
        if self.unstored:
            text = N_(
                "Formulas without a stored result, compared as formulas only: {count}. A program that writes workbooks without computing them leaves them so."
            )
            yield message(text, count=self.unstored)
        for where in self.typed:
            yield message(N_("{cell} holds a text that somebody added."), cell=where)

    def _added_sheet(self, grid: Grid) -> Iterator[Ranked]:
        where = Location(self.found.where.name, grid.name)
        what = message(N_("a sheet that was not computed"))
        if any(_is_number(cell) for row in grid.rows.values() for cell in row.values()):
            yield _told(Level.HANDED_IN, where, what, grid.name, "", depth=1)
        elif any(map(self.names_a_vendor, grid.rows.values())):
            yield _told(Level.WORD, where, what, grid.name, "")
        elif grid.rows:
            self.typed.append(where)


@dataclass
class _Pair:
    """One sheet of both."""

    all: Grids
    found: Grid
    expected: Grid
    matched: aligned.Rows
    rows: Mapping[str, Mapping[int, int]]
    """Where the expected rows stand, by sheet."""

    def differences(self) -> Iterator[Ranked]:
        yield from self._hidden()
        for row in self.matched.missing:
            yield self._missing(row)
        for row in self.matched.added:
            yield from self._added(row)
        for row, there in self.matched.pairs.items():
            if row in self.matched.moved and not self._follows(row, there):
                yield self._moved(row, there)
            yield from self._row(row, there)

    def _where(self, row: int | None = None, column: int = 1) -> Location:
        name = self.found.name
        return Location(self.all.found.where.name, name, row, column if row else None)

    def _hidden(self) -> Iterator[Ranked]:
        hidden, shown = str(message(N_("hidden"))), str(message(N_("in sight")))
        if self.found.hidden and not self.expected.hidden:
            yield _told(Level.TEXT, self._where(), message(N_("the sheet")), hidden, shown)
        if self.expected.hidden:
            return
        for row in sorted(self.found.hidden_rows & set(self.found.rows)):
            what = message(N_("the row of {row}"), row=_label(self.found, row))
            yield _told(Level.TEXT, self._where(row), what, hidden, shown)
        used = {column for row in self.found.rows.values() for column in row}
        for column in sorted((self.found.hidden_columns - self.expected.hidden_columns) & used):
            what = message(N_("column {column}"), column=column_letters(column))
            yield _told(Level.TEXT, self._where(1, column), what, hidden, shown)

    def _missing(self, row: int) -> Ranked:
        before = [self.matched.pairs[each] for each in self.matched.pairs if each < row]
        where = self._where(max(before, default=0) + 1)
        what = message(N_("the row of {row} is missing"), row=_label(self.expected, row))
        return _told(self._level_of_row(row), where, what, "", _row_words(self.expected, row))

    def _level_of_row(self, row: int) -> Level:
        if self.expected.name == self.all.rules_sheet:
            return self._level_of_rules()
        numbers = any(map(_is_number, self.expected.rows[row].values()))
        named = self.all.vendor(*self.expected.texts(row)) is not None
        return Level.HANDED_IN if numbers or named else Level.TEXT

    def _level_of_rules(self) -> Level:
        """Return the level of what is told of the rules: they are others only by another digest."""
        digest = self.all.result.digest
        same = any(digest in text for row in self.found.rows for text in self.found.texts(row))
        return Level.TEXT if same else Level.RULE

    def _added(self, row: int) -> Iterator[Ranked]:
        cells = self.found.rows[row]
        named = self.all.vendor(*self.found.texts(row)) is not None
        if named or any(map(_is_number, cells.values())):
            what = message(N_("a row that was not computed"))
            yield _told(Level.HANDED_IN, self._where(row), what, _row_words(self.found, row), "")
            return
        for column, cell in cells.items():
            yield from self._text(row, column, cell)

    def _text(self, row: int, column: int, cell: Held) -> Iterator[Ranked]:
        """Give a text that somebody added as a difference where it names a vendor; else note it."""
        where = self._where(row, column)
        if self.all.names_a_vendor({column: cell}):
            what = message(N_("a text that somebody added and that names a vendor"))
            yield _told(Level.WORD, where, what, words(cell.content), "")
        else:
            self.all.typed.append(where)

    def _moved(self, row: int, there: int) -> Ranked:
        what = message(N_("the row of {row}"), row=_label(self.expected, row))
        stands, computed = (str(message(N_("in row {row}"), row=each)) for each in (there, row))
        return _told(Level.RANK, self._where(there), what, stands, computed)

    def _follows(self, row: int, there: int) -> bool:
        """Tell whether a row was moved together with the one before it, which is told."""
        moved = self.matched.moved
        return row - 1 in moved and self.matched.pairs[row - 1] == there - 1

    def _row(self, row: int, there: int) -> Iterator[Ranked]:
        wanted, got = self.expected.rows[row], self.found.rows[there]
        for column in sorted({*wanted, *got}):
            here, cell = wanted.get(column, _NOTHING), got.get(column, _NOTHING)
            if here is _NOTHING and not _is_number(cell) and not self._in_table(row, column):
                yield from self._text(there, column, cell)
            elif difference := self._cell(row, column, here, cell):
                where = self._where(there, column)
                level, depth = self._level(row, column, here)
                if self._block(row) and not _is_number(here) and _is_number(cell):
                    level = Level.HANDED_IN  # a mark that does not count
                told, found, expected, why = difference
                yield _told(level, where, told, found, expected, why, depth)

    def _in_table(self, row: int, column: int) -> bool:
        """Tell whether a cell is one of a table: a word there is said of the row's vendor."""
        numbers = any(map(_is_number, self.expected.rows[row].values()))
        return numbers and bool(_heading(self.expected, row, column))

    def _cell(
        self, row: int, column: int, here: Held, cell: Held
    ) -> tuple[Words, str, str, tuple[Words, ...]] | None:
        """Return what a cell is, what stands in it, what should, and why; None where that is equal."""
        formula = here.formula and formulas.moved(here.formula, self.expected.name, self.rows)
        kept = cell.formula in (here.formula, formula)
        if kept and here.formula and cell.content == "" != here.content:
            self.all.unstored += 1
            return None
        if kept and same(cell.content, here.content, *([COMPUTED] if here.formula else [])):
            return None
        why = self._why(row, column, here)
        if not kept and here.formula and not cell.formula:
            why = (_REPLACED, *why)
        found, expected = words(cell.content), words(here.content)
        if not kept and (cell.formula or found == expected):
            found, expected = _both(found, cell.formula), _both(expected, formula)
        return self._what(row, column), found, expected, why

    def _level(self, row: int, column: int, here: Held) -> tuple[Level, int]:
        if self._digest(row, here):
            return Level.RULE, -1  # the one word for all rules
        origin = self.all.origins.get((self.expected.name, row, column))
        if origin is not None:
            depth = reasons.depth(origin)
            level = Level.FIGURE if depth else Level.HANDED_IN
            # A cell that only shows a figure again comes after the one that computes it.
            return level, 2 * depth + bool(_REFERENCE.fullmatch(here.formula))
        in_table = any(map(_is_number, self.expected.rows[row].values()))
        if here.formula and isinstance(here.content, str):  # a warning of the workbook itself
            return Level.TEXT, 0
        heading = _heading(self.expected, row, column) if in_table else ""
        of_outcome = self.expected.name in RANKING_SHEETS["outcome"] and _is_number(here)
        # Nothing that was handed in stands among the ranks: there it is an order within a tie.
        if here.formula or heading in RESULT_HEADINGS[0] or of_outcome:
            return Level.RANK, 0
        if _is_number(here):
            return Level.HANDED_IN, 0
        return (Level.WORD if in_table else Level.TEXT), 0

    def _digest(self, row: int, here: Held) -> bool:
        """Tell whether a cell holds the digest of the criteria sheet."""
        texts = self.expected.texts(row)
        of_sheet = self.expected.name == self.all.rules_sheet
        digest = self.all.result.digest
        return (
            of_sheet and len(texts) > 1 and isinstance(here.content, str) and digest in here.content
        )

    def _why(self, row: int, column: int, here: Held) -> tuple[Words, ...]:
        origin = self.all.origins.get((self.expected.name, row, column))
        if origin is not None:
            return reasons.why(self.all.result, origin)
        vendor = self.all.vendor(*self.expected.texts(row))
        if vendor is not None and here.content == vendor.rank:
            return reasons.of_rank(vendor)
        return ()

    def _what(self, row: int, column: int) -> Words:
        label, heading = _label(self.expected, row), _heading(self.expected, row, column)
        if self._digest(row, self.expected.rows[row].get(column, _NOTHING)):
            return message(N_("the digest of the criteria sheet"))
        alone = len(self.expected.rows[row]) == 1 or self.expected.name == self.all.rules_sheet
        if alone or heading in ("", label):
            return message(N_("the line “{row}”"), row=label)
        told = message(N_("“{heading}” of {row}"), heading=heading, row=label)
        block = self._block(row)
        return message(N_("{what}, {vendor}"), what=told, vendor=block) if block else told

    def _block(self, row: int) -> str:
        """Return the vendor under whose name a row stands, empty if under none."""
        block = self.expected.block(row)
        return block if block and self.all.vendor(block) else ""


def _told(
    level: Level,
    where: Location,
    what: Words,
    found: str,
    expected: str,
    why: tuple[Words, ...] = (),
    depth: int = 0,
) -> Ranked:
    return Ranked(Difference(where, what, found, expected, why), level, depth)


def names(vendor: Vendor, cells: Mapping[int, Held]) -> bool:
    """Tell whether some cells name a vendor: by its name, or by its id as a word of its own.

    A number is the id of a vendor only alone in its cell: dates and counts hold numbers, too.
    """
    name, called = key(vendor.name), unicodedata.normalize("NFKC", vendor.id)
    word = re.compile(rf"(?<![0-9A-Za-z]){re.escape(called)}(?![0-9A-Za-z])")
    for text in (each.content for each in cells.values() if isinstance(each.content, str)):
        plain = unicodedata.normalize("NFKC", text)
        if (name and name in key(text)) or plain.strip() == called:
            return True
        if not called.isdecimal() and word.search(plain):
            return True
    return False


def _both(value: str, formula: str) -> str:
    return str(listing(each for each in (value, formula) if each))


def _is_number(cell: Held) -> bool:
    return bool(cell.formula) or not isinstance(cell.content, str)


def _label(grid: Grid, row: int) -> str:
    """Return what a row is called: its first text, else its first number, else its place."""
    texts = grid.texts(row)
    told = (words(each.content) for each in grid.rows[row].values())
    fallback = str(message(N_("row {row}"), row=row))
    return _line(texts[0]) if texts else next(filter(None, told), fallback)


def _line(text: str) -> str:
    return " ".join(text.split())


def _heading(grid: Grid, row: int, column: int) -> str:
    """Return the heading of a column: its text in the next row above that holds texts alone."""
    for above in grid.rows_above(row):
        cells = grid.rows[above]
        if len(cells) > 1 and column in cells and not any(map(_is_number, cells.values())):
            return _line(str(cells[column].content))
    return ""


def _row_words(grid: Grid, row: int) -> str:
    cells = list(grid.rows[row].values())
    told = [words(each.content) or each.formula for each in cells[:_SHOWN]]
    return str(listing([*told, *(["…"] if len(cells) > _SHOWN else [])]))
