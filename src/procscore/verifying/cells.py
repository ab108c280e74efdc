"""What an expected cell of a ranking is: how it is called, what it is about, and why it holds that."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from procscore.diagnostics import Location
from procscore.language import N_, message
from procscore.model.bids import Status
from procscore.model.page import Words
from procscore.model.published import Grid, Held
from procscore.model.result import Evaluation
from procscore.model.words import RANKING_SHEETS, RESULT_HEADINGS
from procscore.verifying import reasons
from procscore.verifying.aligned import Matched
from procscore.verifying.ranked import Level, Ranked, told
from procscore.verifying.reasons import Origins
from procscore.verifying.vendors import Vendors
from procscore.verifying.wording import heading, in_table, is_number, label

_REFERENCE = re.compile(r"=([^!]+!)?[A-Z]+[0-9]+")
"""A formula that is only another cell."""
_RANK, _NAME, _STATUS = RESULT_HEADINGS[0], *RESULT_HEADINGS[2:4]
_NOTHING = Held("")
_AFTER_RULES = 2
"""The digest changes with any rule, and says which one to nobody."""


@dataclass(frozen=True)
class About:
    """What is known of a ranking when a sheet of it is compared."""

    file: str
    """The name of the ranking's file."""
    result: Evaluation
    """What the expected sheets were written from."""
    origins: Origins
    rules_sheet: str
    """The sheet that says by which rules and from which files."""
    is_table: bool
    """Whether the ranking is one table, with what was handed in in columns that origins know."""
    date_line: str
    """What stands on the line for the date, in the language of the ranking."""
    vendors: Vendors
    matched: Mapping[str, Matched]
    """Where the rows and columns of each expected sheet were found, by the sheet's name."""


def is_warning(cell: Held) -> bool:
    """Tell whether a cell holds the formula that warns of changed figures: no other gives a text."""
    return bool(cell.formula) and isinstance(cell.content, str)


def added(
    about: About, typed: list[Location], where: Location, text: str, what: Words
) -> Iterator[Ranked]:
    """Give a text that somebody added as a difference, where it names a vendor; else note its place."""
    if about.vendors.named({1: Held(text)}):
        yield told(Level.WORD, where, what, found=text)
    else:
        typed.append(where)


@dataclass(frozen=True)
class Cells:
    """The cells of an expected sheet."""

    about: About
    grid: Grid
    found: Grid
    """The sheet that it is held against."""

    def what(self, row: int, column: int) -> Words:
        """Return what a cell is called."""
        name, head = label(self.grid, row), ""
        if in_table(self.grid, row) or self.about.vendors.of(*self.grid.texts(row)):
            head = heading(self.grid, row, column)
        if self._holds_digest(row, self.grid.rows[row].get(column, _NOTHING)):
            return message(N_("the digest of the criteria sheet"))
        if is_warning(self.grid.rows[row].get(column, _NOTHING)):
            return message(N_("the warning that appears when figures are changed"))
        alone = len(self.grid.rows[row]) == 1 or self._of_rules
        if alone or head in ("", name):
            return message(N_("the line “{row}”"), row=name)
        told = message(N_("“{heading}” of {row}"), heading=head, row=name)
        block = self.block(row)
        return message(N_("{what}, {vendor}"), what=told, vendor=block) if block else told

    def level(self, row: int, column: int, here: Held) -> tuple[Level, int]:
        """Return what a cell is about, and how many calculations lie below it."""
        if self._holds_digest(row, here):
            return Level.RULE, _AFTER_RULES
        origin = self.about.origins.get((self.grid.name, row, column))
        if origin is not None:
            depth = reasons.depth(origin)
            level = Level.FIGURE if depth else Level.HANDED_IN
            # A cell that only shows a figure again comes after the one that computes it.
            return level, 2 * depth + bool(_REFERENCE.fullmatch(here.formula))
        if is_warning(here):
            return Level.TEXT, 0
        if self._of_other_rules and len(self.grid.rows[row]) == 1:
            return Level.RULE, 0
        of_table = in_table(self.grid, row)
        head = heading(self.grid, row, column) if of_table else ""
        if head in _STATUS:
            return (Level.HANDED_IN if self._is_declared(row) else Level.RANK), -1
        of_outcome = is_number(here) and (
            self.about.is_table or self.grid.name in RANKING_SHEETS["outcome"]
        )
        # Nothing that was handed in stands among the ranks: there it is an order within a tie.
        if here.formula or head in _RANK or of_outcome:
            return Level.RANK, 0
        if is_number(here):
            return Level.HANDED_IN, 0
        return (Level.WORD if of_table else Level.TEXT), 0

    def level_of_row(self, row: int) -> Level:
        """Return what a row is about that is not there."""
        if self._of_rules:
            return Level.RULE if self._of_other_rules else Level.TEXT
        named = self.about.vendors.of(*self.grid.texts(row)) is not None
        return Level.HANDED_IN if named or in_table(self.grid, row) else Level.TEXT

    def why(self, row: int, column: int) -> tuple[Words, ...]:
        """Return how what a cell holds comes about."""
        origin = self.about.origins.get((self.grid.name, row, column))
        if origin is not None:
            return reasons.why(self.about.result, origin)
        vendor = self.about.vendors.of(*self.grid.texts(row))
        if vendor is None:
            return ()
        head = heading(self.grid, row, column)
        if head in _RANK:
            return reasons.of_rank(self.about.result, vendor)
        if head in _NAME and self.about.is_table:
            return reasons.why(self.about.result, vendor.vendor.place("name"))
        if head in _STATUS and self._is_declared(row):
            return reasons.why(self.about.result, vendor.vendor.place("status"))
        return ()

    def origin(self, row: int, column: int) -> Location | None:
        """Return the cell of an input that a cell shows."""
        found = self.about.origins.get((self.grid.name, row, column))
        read = None if found is None else reasons.source(found)
        return read if isinstance(read, Location) else None

    def status(self, row: int) -> Location | None:
        """Return the cell that says of a row's vendor whether its bid counts."""
        vendor = self.about.vendors.of(*self.grid.texts(row))
        return None if vendor is None else vendor.vendor.place("status")

    def block(self, row: int) -> str:
        """Return the vendor under whose name a row stands, empty if under none."""
        block = self.grid.block(row)
        return block if block and self.about.vendors.of(block) else ""

    def _is_declared(self, row: int) -> bool:
        """Tell whether the status of a row's vendor was declared, and does not follow from figures."""
        vendor = self.about.vendors.of(*self.grid.texts(row))
        return vendor is not None and vendor.vendor.status is not Status.ELIGIBLE

    @property
    def _of_rules(self) -> bool:
        return self.grid.name == self.about.rules_sheet

    @cached_property
    def _of_other_rules(self) -> bool:
        """Tell whether the sheet is of other rules: they are others only by another digest."""
        digest = self.about.result.digest
        found = (text for row in self.found.rows for text in self.found.texts(row))
        return self._of_rules and not any(digest in text for text in found)

    def _holds_digest(self, row: int, here: Held) -> bool:
        """Tell whether a cell holds the digest of the criteria sheet."""
        digest = self.about.result.digest
        named = self._of_rules and len(self.grid.texts(row)) > 1
        return named and isinstance(here.content, str) and digest in here.content
