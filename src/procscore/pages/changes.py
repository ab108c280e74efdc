"""What moved between two results, as a page: what became of it first, then everything that moved."""

from collections.abc import Iterator, Sequence

from procscore.language import N_, Message, listing, message
from procscore.model.changes import Change, Changes, Kind
from procscore.model.changes_told import (
    change_words,
    given_words,
    lead,
    one_sided,
    short_cell_words,
    side_words,
    sources,
)
from procscore.model.page import Block, Cell, Column, Page, Sentences, Table, Words
from procscore.model.told import award_sentences, title
from procscore.pages.changes_figures import (
    AFTER,
    BEFORE,
    BY,
    VENDOR,
    difference,
    figure,
    points,
    ranking,
    standings,
)

_WAS = Column(message(N_("Before")))
_IS = Column(message(N_("After")))


def page(changes: Changes) -> Page:
    """Return the page of what moved between two results."""
    told: tuple[Words, ...] = (title(changes.new), *_files(changes), *lead(changes))
    return Page(message(N_("What moved between two results")), told, tuple(_blocks(changes)))


def _files(changes: Changes) -> Iterator[Message]:
    old, new = changes.inputs
    was, now = changes.given or (None, None)
    for text, given, inputs, others in (
        (N_("Before: {files}"), was, old, new),
        (N_("After: {files}"), now, new, old),
    ):
        if found := tuple(sources(inputs, others)):
            yield message(text, files=given_words(given, listing(found)))


def _blocks(changes: Changes) -> Iterator[Block]:
    if not changes.changes and not changes.moved:
        return
    yield ranking(changes)
    if changes.award_moved:
        yield Sentences(message(N_("Award before")), tuple(award_sentences(changes.old)))
        yield Sentences(message(N_("Award after")), tuple(award_sentences(changes.new)))
    else:
        yield Sentences(message(N_("Award, as before")), tuple(award_sentences(changes.new)))
    if reasons := tuple(standings(changes)):
        yield Sentences(message(N_("Why vendors are out, or looked at")), reasons)
    yield from _all_changes(changes)
    if changes.moved:
        yield points(changes)


_TABLES: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (N_("Rules"), ("rule",)),
    (N_("The procurement and the panel"), ("figure", "panel")),
    (N_("Standing of the vendors"), ("status",)),
    (N_("Prices, other amounts and quantities"), ("amount", "quantity")),
    (N_("Marks of evaluators and secretariat"), ("mark",)),
    (N_("Agreed marks"), ("agreed",)),
    (N_("Other entries"), ("other",)),
)
"""The tables of changes, in their order, and what stands in each."""


def _all_changes(changes: Changes) -> Iterator[Block]:
    for heading, kinds in _TABLES:
        found = [each for each in changes.changes if each.kind in kinds]
        if found:
            yield _table(changes, message(heading), found)
    if apart := tuple(one_sided(changes)):
        about = message(N_("Marks that count in one of the two only, not told one by one"))
        yield Sentences(about, apart)
    if changes.unexplained:
        told = tuple(map(change_words, changes.unexplained))
        yield Sentences(message(N_("Changes without a reason")), told)


def _table(changes: Changes, heading: Words, found: Sequence[Change]) -> Table:
    """Return changes as a table, without the columns in which nothing would stand."""
    rows = [_row(changes, each) for each in found]
    sides = [side for each in found for side in (each.old, each.new) if side is not None]
    numbers = all(side.value is not None or not str(side.text) for side in sides)
    columns = (
        VENDOR,
        Column(message(N_("What moved"))),
        Column(message(N_("Whose")), keep=True),
        BEFORE if numbers else _WAS,
        AFTER if numbers else _IS,
        BY,
        Column(message(N_("Points by the own marks")), align="right"),
    )
    used = [place for place in range(len(columns)) if any(str(row[place].text) for row in rows)]
    return Table(
        heading,
        tuple(columns[place] for place in used),
        tuple(tuple(row[place] for place in used) for row in rows),
        sheet=message(N_("Changes")),
    )


def _row(changes: Changes, each: Change) -> tuple[Cell, ...]:
    """Return a change as a row; where it was made and why stand on a line of their own.

    In columns of their own they would take the room of all others: comments are long.
    """
    values = [side.value if side else None for side in (each.old, each.new)]
    below = _cell_and_reason(short_cell_words(changes, each), each.reason)
    return (
        Cell(each.vendor),
        Cell("\n".join(str(line) for line in (each.what, below) if line)),
        Cell(each.evaluator),
        Cell(side_words(each.old), value=values[0]),
        Cell(side_words(each.new), value=values[1]),
        difference(values[0], values[1]),
        _own(changes, each),
    )


def _cell_and_reason(cell: str, reason: str) -> Words:
    """Return the cell of a change and the comment that justifies it, as far as there are any."""
    if cell and reason:
        return message(N_("{cell}: {reason}"), cell=cell, reason=reason)
    return cell or reason


def _own(changes: Changes, each: Change) -> Cell:
    """Return the points that the evaluators' own marks would have given instead of the agreed one."""
    points = changes.own_points(each)
    return Cell() if points is None else figure(points)
