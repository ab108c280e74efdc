"""A layout drafted for a workbook that was not made for procscore."""

from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.export import files
from procscore.export.files import OutputError
from procscore.ingest import bids_file
from procscore.ingest import describe as drafting
from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.model.draft import Draft
from procscore.model.layout import LAYOUT_KEY
from procscore.pipeline.loading import criteria_at, criteria_of
from procscore.pipeline.outcome import Outcome, settled


def describe(book: Path, criteria: str | None = None, beside: Path | None = None) -> Outcome[Draft]:
    """Draft a layout for a foreign workbook. It is written as `result.text`.

    `criteria` (an id or a path) and `beside`, the workbook with the vendors and evaluators, tell
    what the headings mean; without them a heading is known only by what it looks like. Raises
    OSError for a file that cannot be read.
    """
    problems = Problems()
    sheets = drafting.read(book, problems)
    known = _acquaintance(criteria, beside, problems)
    if sheets is None or known is None:
        return Outcome(None, tuple(problems))
    return settled(drafting.describe(book, sheets, known), problems)


def check_layout(path: Path) -> None:
    """Raise OutputError if `path` is there and is no layout: a criteria sheet, say, is none."""
    if path.exists() and LAYOUT_KEY.encode() not in path.read_bytes():
        raise OutputError(path, files.NO_LAYOUT)


def write_layout(drafted: Draft, path: Path) -> None:
    """Write a draft as the file that it is the text of. Raises OutputError and OSError."""
    files.write(path, drafted.text.encode())


def _acquaintance(
    reference: str | None, beside: Path | None, problems: Problems
) -> Acquaintance | None:
    """Return what is known of the procurement that a foreign workbook belongs to."""
    if beside is None:
        if reference is None:
            return Acquaintance(None, (), ())
        criteria = criteria_at(reference, Path(), Location(reference), problems)
        return Acquaintance(criteria.sheet, (), ()) if criteria else None
    books = bids_file.open_books([beside], problems)
    criteria = criteria_of(books, [beside], reference, problems) if books.files else None
    if criteria is None:
        return None
    trial = Problems()  # prices, say, may still be missing
    who = bids_file.parties(books, criteria.sheet, trial)
    if who is None:
        problems.extend(trial)
        return None
    return Acquaintance(criteria.sheet, who.vendors, who.evaluators)
