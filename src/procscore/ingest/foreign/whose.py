"""What tells whose the sheets of one shape are: a cell of each, their names, or the file's name."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from procscore.diagnostics import Location
from procscore.ingest.foreign.acquaintance import Acquaintance, is_label, split_label
from procscore.ingest.foreign.headings import block
from procscore.ingest.foreign.view import View
from procscore.ingest.sheet import Sheet
from procscore.model.address import Position
from procscore.model.pattern import AmbiguousError, Dimension, NotAPatternError, Pattern, pattern
from procscore.names import display

_FEWEST = 2


class Told(NamedTuple):
    """A way to tell a dimension that no heading tells."""

    key: str
    """`cell`, `sheets` or `files`."""
    sure: bool
    """False where it may be another."""
    cell: Position | None = None
    like: str | None = None
    """What stands in the cell, with a gap for the name."""
    pattern: str | None = None
    names: tuple[tuple[str, Location], ...] = ()
    """The name in each of the sheets, with its place."""


def tell(
    workbook: Path, sheets: Sequence[Sheet], dimension: Dimension, known: Acquaintance
) -> Told | None:
    """Return what tells a dimension for each of `sheets`, None where nothing does."""
    views = [View(sheet) for sheet in sheets]
    return next(
        (
            found
            for way in (_by_known_name, _by_known_cell, _by_looks, _by_label)
            if (found := way(workbook, views, dimension, known)) is not None
        ),
        None,
    )


def _by_known_name(
    workbook: Path, views: Sequence[View], dimension: Dimension, known: Acquaintance
) -> Told | None:
    """Return the pattern by which names of sheets, or of the file, hold a known name."""
    sheets = [view.sheet for view in views]
    for key, titles, places in (
        ("sheets", [sheet.name for sheet in sheets], [sheet.where for sheet in sheets]),
        ("files", [workbook.stem], [Location(str(workbook))]),
    ):
        for each in _patterns(titles, dimension, known):
            named = [_match(each, title, dimension) for title in titles]
            found = [name for name in named if name and known.find(dimension, name)]
            if len(found) == len(titles):
                names = tuple(zip(found, places, strict=True))
                return Told(key, sure=True, pattern=each.text, names=names)
    return None


def _by_known_cell(
    _workbook: Path, views: Sequence[View], dimension: Dimension, known: Acquaintance
) -> Told | None:
    """Return the first cell in which all sheets hold a known name."""
    if not known.knows(dimension):
        return None
    for line, across, text in _texts(views[0]):
        for like, name in ((None, text), *_labelled(dimension, text)):
            if known.find(dimension, name) is None:
                continue
            told = _in_all(views, Position(line, across), like, dimension)
            if told and all(known.find(dimension, each) for each, _ in told.names):
                return told
    return None


def _by_label(
    _workbook: Path, views: Sequence[View], dimension: Dimension, known: Acquaintance
) -> Told | None:
    """Return the cell that a label points to: what stands there is not known, or nothing does."""
    for line, across, text in _texts(views[0]):
        for like, _name in _labelled(dimension, text):
            told = _in_all(views, Position(line, across), like, dimension)
            if told is not None:
                return told._replace(sure=not known.knows(dimension))
        if is_label(dimension, text):
            return _beside(views, line, across, dimension, known)
    return None


def _beside(
    views: Sequence[View], line: int, across: int, dimension: Dimension, known: Acquaintance
) -> Told:
    """Return the cell right of a label, else the next in which all sheets hold something.

    Only a name that stands in the very next cell, and is not strange, is plain.
    """
    merged = views[0].sheet.cell(line, across).merged
    right = (block(merged).right if merged else across) + 1
    held = [
        each
        for each in views[0].lines[line]
        if each >= right and all(view.text(line, each) for view in views)
    ]
    column = held[0] if held else right
    names = tuple((view.text(line, column), view.where(line, column)) for view in views)
    sure = held[:1] == [right] and not known.knows(dimension)
    return Told("cell", sure=sure, cell=Position(line, column), names=names)


def _by_looks(
    _workbook: Path, views: Sequence[View], dimension: Dimension, known: Acquaintance
) -> Told | None:
    """Return the names of the sheets where all of them look like vendors, or evaluators."""
    sheets = [view.sheet for view in views]
    named = all(known.may_be(dimension, sheet.name) for sheet in sheets)
    if known.knows(dimension) or len(sheets) < _FEWEST or not named:
        return None
    names = tuple((sheet.name, sheet.where) for sheet in sheets)
    return Told("sheets", sure=True, pattern=f"<{dimension}>", names=names)


def _texts(view: View) -> Iterator[tuple[int, int, str]]:
    """Give the cells of a sheet that hold words, with their places."""
    for line, places in view.lines.items():
        for across in places:
            if text := view.text(line, across):
                yield line, across, text


def _labelled(dimension: Dimension, text: str) -> Iterator[tuple[str, str]]:
    """Give pattern and name of a cell that holds a label and the name behind it."""
    split = split_label(dimension, text)
    if split is not None:
        label, name = split
        yield f"{label}<{dimension}>", name


def _in_all(
    views: Sequence[View], cell: Position, like: str | None, dimension: Dimension
) -> Told | None:
    """Return a cell with the name in each sheet, None where one of them has none."""
    names: list[tuple[str, Location]] = []
    for view in views:
        text = view.text(*cell)
        name = text if like is None else _match(Pattern(like), text, dimension)
        if not name:
            return None
        names.append((name, view.where(*cell)))
    return Told("cell", sure=True, cell=cell, like=like, names=tuple(names))


def _patterns(
    titles: Sequence[str], dimension: Dimension, known: Acquaintance
) -> Iterator[Pattern]:
    """Give the patterns that the first of `titles` follows, the longest names first."""
    parties = known.vendors if dimension == "vendor" else known.evaluators
    names = sorted({name for each in parties for name in (each.id, each.name)}, key=len)
    title = display(titles[0])
    for name in reversed(names):
        if name in title and "<" not in title:
            try:
                yield pattern(title.replace(name, f"<{dimension}>", 1))
            except NotAPatternError:
                continue
    yield Pattern(f"<{dimension}>")


def _match(each: Pattern, text: str, dimension: Dimension) -> str | None:
    try:
        found = each.match(text)
    except AmbiguousError:
        return None
    return found.get(dimension) if found else None
