"""Where what stands on a form: rows, columns and their widths, in narrow characters."""

from dataclasses import dataclass
from functools import cached_property

from procscore.model.rankings import rank_without_ties
from procscore.model.words import OWN_RANK_ROWS, spelt
from procscore.names import key
from procscore.sheets import looks
from procscore.sheets.handout import Form, Handout, vendor_heading
from procscore.sheets.rows import Row, rows, walk
from procscore.xlsx import lines, width

TITLE, ABOUT, GUIDE, NAMES, HEADINGS = 1, 2, 3, 4, 5
"""The rows above the criteria."""
FIRST = 6
WIDEST_LANDSCAPE = 190
"""Beyond that the vendors go on to a further page."""
_WIDEST_PORTRAIT = 100
"""Narrow characters across A4 upright, at a size that a councillor reads without glasses."""
_WIDEST_CRITERION = 44
_WIDEST_VENDOR = 30
_COMMENT_WIDTH = 24
_NOTE_WIDTH = 26


@dataclass(frozen=True)
class Geometry:
    """The rows and columns of a form. They are counted from 1."""

    handout: Handout
    form: Form

    @cached_property
    def optional(self) -> bool:
        """Tell whether a blank is no omission: the marks only override the evaluators' own (合議)."""
        overridden = map(self.handout.criteria.overridden, self.form.leaves)
        return self.form.kind == "consensus" and all(overridden)

    @cached_property
    def commented(self) -> bool:
        """Tell whether there is a column for a comment behind each vendor's.

        Always where agreed marks override: it holds the reason.
        """
        return self.handout.comments or (
            self.form.kind == "consensus"
            and any(map(self.handout.criteria.overridden, self.form.leaves))
        )

    @cached_property
    def tops(self) -> tuple[Row, ...]:
        """Return the top rows of the criteria."""
        return rows(self.handout.criteria, self.form.leaves, FIRST)

    @cached_property
    def body(self) -> tuple[Row, ...]:
        """Return all rows of criteria and groups from top to bottom."""
        return tuple(walk(self.tops))

    @cached_property
    def leaves(self) -> tuple[Row, ...]:
        """Return the rows that are marked."""
        return tuple(row for row in self.body if row.leaf is not None)

    @cached_property
    def noted(self) -> bool:
        """Tell whether the criteria sheet has notes, which get a column."""
        return any(row.criterion.note for row in self.body)

    @cached_property
    def summed(self) -> bool:
        """Tell whether anything is added up."""
        return any(row.summed for row in self.tops)

    @cached_property
    def points(self) -> int:
        """Return the column of the points; how to mark stands behind it."""
        return 4 if self.noted else 3

    @cached_property
    def first_vendor(self) -> int:
        """Return the first column of marks."""
        return self.points + 2

    @cached_property
    def columns(self) -> dict[str, int]:
        """Return the column of each vendor's marks by id."""
        step = 2 if self.commented else 1
        return {
            vendor.id: self.first_vendor + step * number
            for number, vendor in enumerate(self.form.vendors)
        }

    @property
    def blocks(self) -> list[tuple[int, int]]:
        """Return the first and last of neighbouring columns of marks."""
        columns = list(self.columns.values())
        if self.commented or not columns:
            return [(column, column) for column in columns]
        return [(columns[0], columns[-1])]

    @property
    def last_column(self) -> int:
        """Return the last column of all."""
        return max(self.columns.values(), default=self.first_vendor) + int(self.commented)

    @property
    def after(self) -> int:
        """Return the row below the criteria."""
        return self.body[-1].number + 1 if self.body else FIRST

    @cached_property
    def rank_id(self) -> str | None:
        """Return the ID of the row in which the evaluator puts the vendors in an order of its own.

        None where nobody does; a criterion that has the word for its ID goes before.
        """
        if self.form.kind != "panel" or not rank_without_ties(self.handout.criteria):
            return None
        taken = {key(each) for each in self.handout.criteria.by_id}
        words = (spelt(OWN_RANK_ROWS), *OWN_RANK_ROWS)
        return next((word for word in words if key(word) not in taken), None)

    @cached_property
    def missing(self) -> int:
        """Return the row that counts the blanks, below the sums and the own ranks."""
        return self.after + int(self.summed) + int(self.rank_id is not None)

    @cached_property
    def widths(self) -> list[float]:
        """Return the widths of all columns: as wide as what stands in them, within reason."""
        ids = max((width(row.criterion.id) for row in self.body), default=0)
        names = max((width(row.criterion.name) + 2 * row.depth for row in self.body), default=0)
        how = max((width(row.how) for row in self.leaves), default=0)
        heads = [width(vendor_heading(vendor)) for vendor in self.form.vendors]
        heads += [min(width(vendor.name), 14) for vendor in self.form.vendors]
        each = min(max([10, *(wide + 3 for wide in heads)]), _WIDEST_VENDOR)
        marks = [each, _COMMENT_WIDTH] if self.commented else [each]
        return [
            min(max(ids + 1, 5), 12),
            min(max(names + 3, 24), _WIDEST_CRITERION),
            *([_NOTE_WIDTH] if self.noted else []),
            8,
            min(max(how + 2, 12), 20),
            *marks * len(self.form.vendors),
        ]

    def wide(self, column: int) -> float:
        """Return the width of a column."""
        return self.widths[column - 1]

    @property
    def fixed(self) -> float:
        """Return the width of the columns that every page repeats."""
        return sum(self.widths[: self.first_vendor - 1])

    @property
    def landscape(self) -> bool:
        """Tell whether the form is printed across the page."""
        return sum(self.widths) > _WIDEST_PORTRAIT

    @property
    def pages_wide(self) -> int:
        """Return how many pages the columns take; the first ones are repeated on each."""
        room = max(WIDEST_LANDSCAPE - self.fixed, self.widths[-1] + 8)
        return max(1, -(-int(sum(self.widths) - self.fixed) // int(room)))

    def lines(self, row: Row) -> int:
        """Return how many lines of 11 points the longest text of a row takes."""
        name = lines(row.criterion.name, self.wide(2) - 2 * row.depth)
        note = lines(row.criterion.note or "", self.wide(3), looks.NOTE.size) if self.noted else 1
        how = lines(row.how, self.wide(self.points + 1), looks.NOTE.size)
        return max(name, note, how)
