"""The columns of one table of a ranking held against those that were computed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from procscore.diagnostics import Location
from procscore.diagnostics.location import column_letters
from procscore.language import N_, message
from procscore.model.published import Grid, Held
from procscore.verifying import wording
from procscore.verifying.pairing import Lines
from procscore.verifying.ranked import Level, Ranked, told

_AFTER_MARKS = 1
"""By a mark vendors may be in a tie, which has columns of its own."""


@dataclass(frozen=True)
class Columns:
    """The columns of a table of both rankings. Of one that has no headings, they are as they stand."""

    found: Grid
    expected: Grid
    rows: Mapping[int, int]
    """The rows of the table that were found, by those that were expected."""
    lines: Lines
    """Where the columns stand in it."""

    def there(self, column: int) -> int:
        """Return where an expected column was found."""
        return self.lines.pairs.get(column, column)

    def expected_at(self, column: int) -> int:
        """Return the expected column that stands in one that was found."""
        return self.lines.found.get(column, column)

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """Return the missing columns that are told as one: a cell alone is told as itself."""
        return tuple(each for each in self.lines.missing if len(self._cells(each)) > 1)

    @cached_property
    def added(self) -> tuple[int, ...]:
        """Return the added columns that are headed like those of the table."""
        head = next(iter(self.rows.values()), 0)
        return tuple(
            each
            for each in self.lines.added
            if each in self.found.rows.get(head, {}) and len(self._found_cells(each)) > 1
        )

    def differences(self, file: str) -> Iterator[Ranked]:
        """Give the columns that are missing, were added, or stand elsewhere."""
        for column in self.missing:
            before = [at for one, at in self.lines.pairs.items() if one < column]
            what = message(N_("the column of {column} is missing"), column=self._name(column))
            where = self._where(file, max(before, default=0) + 1)
            stands = wording.first_words(self._cells(column))
            yield told(Level.HANDED_IN, where, what, expected=stands, depth=_AFTER_MARKS)
        for column in self.added:
            what = message(N_("a column that was not computed"))
            stands = wording.first_words(self._found_cells(column))
            where = self._where(file, column)
            yield told(Level.HANDED_IN, where, what, found=stands, depth=_AFTER_MARKS)
        for column in sorted(self.lines.moved):
            there = self.lines.pairs[column]
            stands, computed = (
                str(message(N_("in column {column}"), column=column_letters(each)))
                for each in (there, column)
            )
            what = message(N_("the column of {column}"), column=self._name(column))
            where = self._where(file, there)
            yield told(Level.RANK, where, what, found=stands, expected=computed)

    def _where(self, file: str, column: int) -> Location:
        return Location(file, self.found.name, min(self.rows.values(), default=1), column)

    def _cells(self, column: int) -> list[Held]:
        rows = [self.expected.rows[row] for row in self.rows]
        return [cells[column] for cells in rows if column in cells]

    def _found_cells(self, column: int) -> list[Held]:
        rows = [self.found.rows[row] for row in self.rows.values()]
        return [cells[column] for cells in rows if column in cells]

    def _name(self, column: int) -> str:
        texts = (each.content for each in self._cells(column))
        named = next((each for each in texts if isinstance(each, str) and each), "")
        return wording.line(named) or column_letters(column)
