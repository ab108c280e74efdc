"""What a drafted layout would read of a sheet: whom its headings name, and how many marks stand there."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from procscore.diagnostics import Location
from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.ingest.foreign.guess import Guess
from procscore.ingest.foreign.headings import block
from procscore.ingest.foreign.meaning import is_beside
from procscore.ingest.foreign.view import View
from procscore.ingest.foreign.whose import Told
from procscore.ingest.sheet import Sheet
from procscore.model.draft import Met, SheetRead
from procscore.model.pattern import DIMENSIONS, Dimension


class Head(NamedTuple):
    """The heading of a line that may be a criterion."""

    line: int
    text: str
    where: Location
    criterion: str | None
    """The id, None for one that is not known."""


def preview(
    sheet: Sheet, shape: Guess, known: Acquaintance, told: Mapping[Dimension, Told], index: int
) -> SheetRead:
    """Return what a shape reads of `sheet`; `told` holds names for it at `index`."""
    view = View(sheet, turned=shape.turned)
    met = {
        dimension: _met(view, shape, known, told.get(dimension), dimension, index)
        for dimension in DIMENSIONS
    }
    lines = [
        head.line
        for head in heads(view, shape, known)
        if head.criterion is not None or not known.knows("criterion")
    ]
    marks = blanks = 0
    for line in lines:
        for across in shape.across:
            row, column = view.position(line, across)
            cell = sheet.cell(row, column)
            spanned = block(cell.merged) if cell.merged else None
            if spanned is not None and (spanned.top, spanned.left) != (row, column):
                continue
            marks, blanks = marks + (not cell.blank), blanks + cell.blank
    return SheetRead(sheet.where, met["evaluator"], met["vendor"], met["criterion"], marks, blanks)


def heads(view: View, shape: Guess, known: Acquaintance) -> Iterator[Head]:
    """Give the headings of the lines with marks, without totals, groups and blank ones."""
    for line in view.lines:
        if not shape.lines[0] <= line <= shape.lines[1]:
            continue
        stands = view.heading(line, shape.criterion) if shape.criterion else None
        if stands is None or not stands.parts or any(map(is_beside, stands.parts)):
            continue
        item = known.item(stands.parts, shape.under, whole=stands.whole)
        if item is not None and item.criterion.id not in known.leaves:
            continue
        criterion = item.criterion.id if item else None
        yield Head(line, stands.text, stands.where, criterion)


def _met(
    view: View,
    shape: Guess,
    known: Acquaintance,
    told: Told | None,
    dimension: Dimension,
    index: int,
) -> tuple[Met, ...]:
    if dimension == "criterion":
        return tuple(
            Met(each.text, each.where, each.criterion) for each in heads(view, shape, known)
        )
    above, beside = dict(shape.above), dict(shape.beside)
    if dimension in above:
        places = [(above[dimension], each) for each in shape.across]
    elif dimension in beside:
        first, last = shape.lines
        places = [(line, beside[dimension]) for line in view.lines if first <= line <= last]
    elif told is not None and told.sure:
        text, where = told.names[min(index, len(told.names) - 1)]
        return (Met(text, where, known.find(dimension, text)),) if text else ()
    else:
        return ()
    cells = {view.where(*place): view.text(*place) for place in places}
    return tuple(
        Met(text, where, known.find(dimension, text))
        for where, text in cells.items()
        if text and not is_beside(text)
    )
