"""Tables that hold the marks of several evaluators: which layout it is, and whose a row is.

A row is a mark (the long table) or an answer: what one evaluator says of one vendor (a column a
criterion). The headings tell the two apart.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from procscore.diagnostics import Problems
from procscore.ingest.layouts import headings, lookup, table
from procscore.ingest.layouts.grid import Found
from procscore.ingest.layouts.table import Table
from procscore.ingest.sheet import Sheet
from procscore.model.bids import Evaluator, Stated, Vendor
from procscore.model.words import ANSWERS, TABLE, Words
from procscore.names import key


@dataclass
class Reading:
    """What a table of marks holds."""

    marks: Found = field(default_factory=list)
    refused: set[tuple[str, str, str]] = field(default_factory=set)
    """(evaluator id, vendor id, criterion id) of cells that hold no mark and were reported."""
    stated: list[Stated] = field(default_factory=list)
    """Sums that stand beside the marks."""
    columns: frozenset[str] | None = None
    """Ids of the criteria that have a column; None where each mark has a row."""
    evaluators: set[str] = field(default_factory=set)
    """Ids of the evaluators who have a row."""


def _as_numbered(heading: str) -> list[str]:
    return [each.name for each in headings.spellings(heading)]


def _as_written(heading: str) -> list[str]:
    return [heading]


class _Headings(NamedTuple):
    """By which headings a layout is known."""

    words: Words
    needed: tuple[str, ...]
    spellings: Callable[[str], Iterable[str]]


LAYOUTS: Mapping[str, _Headings] = {
    "marks": _Headings(TABLE, ("evaluator", "vendor", "criterion", "mark"), _as_written),
    "answers": _Headings(ANSWERS, ("evaluator", "vendor"), _as_numbered),
}
"""By name; one that needs more headings stands before one that needs fewer."""


def find(layout: str, sheet: Sheet, problems: Problems) -> Table | None:
    """Find the headings of a layout; those of answers a form may have numbered."""
    words, needed, spellings = LAYOUTS[layout]
    return table.find(sheet, words, needed, problems, spellings)


def layout_of(sheet: Sheet) -> str | None:
    """Return which layout a sheet has by its headings, or None."""
    return next((name for name, each in LAYOUTS.items() if table.headings(sheet, *each)), None)


def evaluators(sheet: Sheet) -> tuple[Evaluator, ...]:
    """Return the evaluators that occur in the table, for procurements without a sheet of them."""
    layout = layout_of(sheet)
    found = layout and find(layout, sheet, Problems())
    if not found:
        return ()
    met: dict[str, Evaluator] = {}
    for row in found.rows():
        name = found.text(row, "evaluator", Problems())
        if name:
            where = sheet.cell(row, found.columns["evaluator"]).where
            met.setdefault(key(name), Evaluator(name, name, where))
    return tuple(met.values())


def evaluator_of(
    found: Table, row: int, panel: Sequence[Evaluator], problems: Problems
) -> Evaluator | None:
    """Return the evaluator whose row it is; report one who is not on the panel."""
    written = found.text(row, "evaluator", problems)
    evaluator = lookup.find_evaluator(written, panel)
    if evaluator is None:
        where = found.sheet.cell(row, found.columns["evaluator"]).where
        problems.add("evaluator-unknown", where, text=written)
    return evaluator


def vendor_of(
    found: Table, row: int, vendors: Sequence[Vendor], problems: Problems
) -> Vendor | None:
    """Return the vendor that a row is about; report a name that is no vendor's."""
    written = found.text(row, "vendor", problems)
    vendor = lookup.find_vendor(written, vendors)
    where = found.sheet.cell(row, found.columns["vendor"]).where
    if vendor is None:
        lookup.unknown_vendor(written, vendors, where, problems)
    else:
        lookup.note_spelling(written, vendor, where, problems)
    return vendor
