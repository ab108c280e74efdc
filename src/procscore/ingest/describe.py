"""Draft a layout for a foreign workbook: what could be told of it, and what a person has to say.

Nothing is invented: what is not plain is drafted as a comment with a question mark, so that the
layout is refused until somebody has decided.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from procscore.diagnostics import Location, Problems
from procscore.diagnostics.location import column_letters
from procscore.ingest import opening
from procscore.ingest.foreign.acquaintance import Acquaintance
from procscore.ingest.foreign.claims import is_own
from procscore.ingest.foreign.guess import Guess, guess
from procscore.ingest.foreign.meaning import is_beside
from procscore.ingest.foreign.preview import heads, preview
from procscore.ingest.foreign.view import View
from procscore.ingest.foreign.whose import Told, tell
from procscore.ingest.foreign.wording import readings
from procscore.ingest.layout_file import WHAT, written
from procscore.ingest.sheet import Sheet
from procscore.language import N_, listing, message
from procscore.model.draft import Draft, Line
from procscore.model.layout import LAYOUT_KEY, LAYOUT_VERSION
from procscore.model.pattern import DIMENSIONS, AmbiguousError, Dimension, NotAPatternError, pattern
from procscore.names import nearest

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=][^:#\[\]{},\n]*")
_MOST_LISTED = 6


@dataclass(frozen=True)
class _Group:
    """The sheets of one shape."""

    shape: Guess
    sheets: tuple[Sheet, ...]

    @property
    def weight(self) -> tuple[int, int, int]:
        """Return how much is known of them, and how much stands there."""
        cells = len(self.shape.across) * len(self.sheets)
        return self.shape.known, len(self.shape.dimensions), cells


def read(path: Path, problems: Problems) -> tuple[Sheet, ...] | None:
    """Return the sheets of a workbook, None where it cannot be opened, which is reported.

    Raises OSError for a file that cannot be read.
    """
    content = opening.opened(path, problems)
    return None if content is None else opening.sheets(content, path, problems)


def describe(book: Path, sheets: Sequence[Sheet], known: Acquaintance) -> Draft:
    """Return the layout of the sheets of one shape that hold most marks, as far as it is plain.

    `book` is the file that the sheets stand in.
    """
    compared = frozenset(each for each in DIMENSIONS if known.knows(each))
    held = [sheet for sheet in sheets if sheet.rows and not is_own(sheet)]
    group = max(_groups(held, known), key=lambda each: each.weight, default=None)
    if group is None:
        return Draft(tuple(_head(book, told=False)), (), compared, _places(held))
    told: dict[Dimension, Told | None] = {
        dimension: tell(book, group.sheets, dimension, known)
        for dimension in DIMENSIONS
        if dimension not in group.shape.dimensions and dimension != "criterion"
    }
    others = [sheet for sheet in held if sheet not in group.sheets]
    lines = (
        *_head(book, told=True),
        *_names(group, told, others),
        Line(f"marks: {_list([written(each) for each in group.shape.blocks(_view(group))])}"),
        *(line for each in DIMENSIONS for line in _place(group, told.get(each), each, known)),
        *_criteria(group, known),
    )
    read = tuple(
        preview(sheet, group.shape, known, {each: way for each, way in told.items() if way}, index)
        for index, sheet in enumerate(group.sheets)
    )
    return Draft(lines, read, compared, _places(others))


def _groups(sheets: Iterable[Sheet], known: Acquaintance) -> list[_Group]:
    found: dict[Guess, list[Sheet]] = {}
    for sheet in sheets:
        shape = guess(sheet, known)
        if shape is not None:
            found.setdefault(shape, []).append(sheet)
    return [_Group(shape, tuple(alike)) for shape, alike in found.items()]


def _view(group: _Group) -> View:
    return View(group.sheets[0], turned=group.shape.turned)


def _places(sheets: Iterable[Sheet]) -> tuple[Location, ...]:
    return tuple(sheet.where for sheet in sheets)


def _head(book: Path, *, told: bool) -> Iterator[Line]:
    yield Line(
        "",
        message(
            N_("Drafted from {file}. Compare it with the workbook, and answer what has a “?”.")
            if told
            else N_("Nothing in {file} looks like a table of marks: write down where they stand."),
            file=book.name,
        ),
    )
    yield Line(f"{LAYOUT_KEY}: {LAYOUT_VERSION}")
    if not told:
        yield Line("# marks: D6:H25", message(N_("? the cells with the marks")))
        for dimension in DIMENSIONS:
            yield _open(dimension)


def _open(dimension: Dimension) -> Line:
    return Line(
        f"# {dimension}: {{cell: B3}}",
        message(
            N_("? where the {what} stands: cell, row, column or name"),
            what=message(WHAT[dimension]),
        ),
    )


def _names(
    group: _Group, told: dict[Dimension, Told | None], others: Sequence[Sheet]
) -> Iterator[Line]:
    """Give the patterns of files and sheets, and the sheets that a pattern would take by mistake."""
    ways = [each for each in told.values() if each is not None]
    for key in ("files", "sheets"):
        for way in (way for way in ways if way.key == key and way.pattern):
            yield Line(f"{key}: {_scalar(way.pattern or '')}")
    if any(way.key == "sheets" for way in ways):
        taken = [each.name for each in others if not is_beside(each.name)]
        if taken:
            yield Line(f"skip: {_list(taken)}", message(N_("sheets of another shape")))
    elif others:
        yield _sheets(group, others)


def _sheets(group: _Group, others: Sequence[Sheet]) -> Line:
    """Return the pattern that only the sheets of a shape follow, as far as there is one."""
    names = [sheet.name for sheet in group.sheets]
    first, last = min(names), max(names)
    same = next(
        (index for index, sign in enumerate(first) if last[index : index + 1] != sign), len(first)
    )
    text = first if len(names) == 1 else f"{first[:same]}*"
    try:
        taken = [each for each in others if pattern(text).match(each.name) is not None]
    except (NotAPatternError, AmbiguousError):
        taken = list(others)
    if not taken:
        return Line(f"sheets: {_scalar(text)}")
    comment = message(
        N_("? a pattern for {these}, but not for {those}"),
        these=listing(_some(names)),
        those=listing(_some([each.name for each in taken])),
    )
    return Line("# sheets: …", comment)


def _place(
    group: _Group, told: Told | None, dimension: Dimension, known: Acquaintance
) -> Iterator[Line]:
    """Give the line that says where a dimension stands."""
    shape = group.shape
    above, beside = dict(shape.above), dict(shape.beside)
    if dimension in above:
        yield Line(f"{dimension}: {_across(shape, [above[dimension]], heads_marks=True)}")
    elif dimension in beside:
        yield Line(f"{dimension}: {_across(shape, [beside[dimension]], heads_marks=False)}")
    elif dimension == "criterion":
        yield _criterion(group, known)
    elif told is not None and told.cell is not None:
        address = f"{column_letters(told.cell.column)}{told.cell.row}"
        like = f", like: {_scalar(told.like, flow=True)}" if told.like else ""
        place = f"{dimension}: {{cell: {address}{like}}}"
        names = listing(_some([name for name, _ in told.names if name] or ["…"]))
        yield (
            Line(place)
            if told.sure
            else Line(f"# {place}", message(N_("? there stands: {names}"), names=names))
        )
    elif told is None and shape.unnamed is not None:
        view = _view(group)
        texts = [view.text(shape.unnamed, each) for each in shape.across]
        place = f"{dimension}: {_across(shape, [shape.unnamed], heads_marks=True)}"
        names = listing(_some(list(dict.fromkeys(texts))))
        yield Line(f"# {place}", message(N_("? there stands: {names}"), names=names))
    elif told is None:
        yield _open(dimension)


def _criterion(group: _Group, known: Acquaintance) -> Line:
    shape = group.shape
    if not shape.criterion:
        return _open("criterion")
    place = f"criterion: {_across(shape, shape.criterion, heads_marks=False)}"
    if 2 * shape.known < len(known.leaves):
        comment = message(
            N_("? only {count} of {all} criteria are known there"),
            count=shape.known,
            all=len(known.leaves),
        )
        return Line(f"# {place}", comment)
    if known.knows("criterion"):
        return Line(place)
    return Line(place, message(N_("by its place only: give the criteria sheet to compare it")))


def _across(shape: Guess, numbers: Sequence[int], *, heads_marks: bool) -> str:
    """Return a place as a layout says it: rows, or columns by their letters."""
    if shape.turned is heads_marks:
        return f"{{column: {_list([column_letters(each) for each in numbers])}}}"
    return f"{{row: {_list([str(each) for each in numbers])}}}"


def _criteria(group: _Group, known: Acquaintance) -> Iterator[Line]:
    """Give what else the layout says of criteria, and what of them could not be told."""
    shape = group.shape
    if shape.under is not None:
        yield Line(f"under: {shape.under}")
    if shape.points is not None:
        yield Line(f"points: {shape.points if shape.turned else column_letters(shape.points)}")
    if not shape.criterion or not known.knows("criterion"):
        return
    view = _view(group)
    met = list(heads(view, shape, known))
    strange = [(text, where) for _, text, where, each in met if each is None]
    found = {each for *_, each in met}
    missing = {each: leaf for each, leaf in known.leaves.items() if each not in found}
    if strange:
        yield Line("# items:")
    for text, where in strange:
        names = {leaf.criterion.name: each for each, leaf in missing.items()}
        near = (nearest(reading.name, names) for reading in readings(text))
        guessed = next((names[each] for each in near if each), "…")
        comment = message(N_("? {cell} is no criterion that is known"), cell=where.cell)
        yield Line(f"#   {_scalar(text)}: {guessed}", comment)
    if missing:
        listed = listing(f"{each} {leaf.criterion.name}" for each, leaf in missing.items())
        yield Line("", message(N_("? not found in the workbook: {names}"), names=listed))


def _some(words: Sequence[str]) -> list[str]:
    return [*words[:_MOST_LISTED], *["…"][: len(words) > _MOST_LISTED]]


def _list(words: Sequence[str]) -> str:
    """Return one word, or several as a list."""
    if len(words) == 1:
        return _scalar(words[0])
    return f"[{', '.join(_scalar(word, flow=True) for word in words)}]"


def _scalar(text: str, *, flow: bool = False) -> str:
    """Return a text as YAML: plain where that is safe, else quoted."""
    address = re.fullmatch(r"[A-Z]+[0-9]+:[A-Z]+[0-9]+", text)
    plain = address or (
        _PLAIN.fullmatch(text) and text == text.strip() and not (flow and "," in text)
    )
    return text if plain else json.dumps(text, ensure_ascii=False)
