"""Which row or column of one sheet is which of another, told by their texts.

What was taken out, put in or moved is found as that, and what stands beside it is not taken for
changed.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from procscore.model.published import Grid, Held

Key = tuple[str, ...]
"""The block in which a line stands, and its texts."""
Called = Callable[[str], str]
"""What a text calls: the id of a vendor, however it is written; else the text itself."""
_NAMING = 2
"""Parts of a key that name a line: its block and its first text."""
_SEVERAL = 3
"""Parts of a key of a line that says little: its block and two texts."""
_MOST = 400
"""Lines between two known ones that are matched by what they have in common."""


class Heads(NamedTuple):
    """The rows of headings, from above: of what was found those that may be, of what is expected those that are."""

    found: Sequence[int]
    expected: Sequence[int]


_NO_HEADS = Heads((), ())


@dataclass(frozen=True)
class Lines:
    """The rows, or the columns, of two sheets, found and expected."""

    pairs: Mapping[int, int]
    """The line that was found by the line that was expected."""
    missing: tuple[int, ...]
    """Expected lines that are not there."""
    added: tuple[int, ...]
    """Found lines that should not be there."""
    moved: frozenset[int]
    """Expected lines that stand elsewhere, before or behind others."""

    @cached_property
    def found(self) -> Mapping[int, int]:
        """Return the expected line by the one that was found."""
        return {there: line for line, there in self.pairs.items()}


AS_THEY_STAND = Lines({}, (), (), frozenset())
"""Of lines that nothing is known of: each is where it should be."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an expected sheet: its headings, and the rows below them up to the next headings."""

    first: int
    """The row of the headings."""
    last: int
    columns: Lines

    def holds(self, row: int) -> bool:
        """Tell whether an expected row is one of it."""
        return self.first <= row <= self.last


@dataclass(frozen=True, slots=True)
class Matched:
    """Where the rows of a sheet stand, and the columns of each of its tables."""

    rows: Lines
    tables: tuple[Table, ...]

    def columns(self, row: int) -> Lines:
        """Return where the columns of an expected row stand."""
        return next((each.columns for each in self.tables if each.holds(row)), AS_THEY_STAND)


def matched(found: Grid, expected: Grid, called: Called = str) -> Matched:
    """Match the rows of two sheets, and the columns of each table: tables stand above each other."""
    by_rows = rows(found, expected, called)
    heads = sorted(expected.heads)
    ends = [*(head - 1 for head in heads[1:]), max(expected.rows, default=0)]
    return Matched(
        by_rows,
        tuple(
            Table(first, last, columns(found, expected, _within(by_rows, first, last), called))
            for first, last in zip(heads, ends, strict=False)
        ),
    )


def _within(by_rows: Lines, first: int, last: int) -> dict[int, int]:
    return {row: there for row, there in by_rows.pairs.items() if first <= row <= last}


def rows(found: Grid, expected: Grid, called: Called = str) -> Lines:
    """Match the rows of two sheets: criteria are called alike under every vendor, so blocks count."""

    def keys(grid: Grid) -> dict[int, Key]:
        told = ((row, (grid.block(row), *grid.texts(row))) for row in sorted(grid.rows))
        return {row: tuple(map(called, texts)) for row, texts in told}

    def likeness(row: int, there: int) -> int:
        return _common(expected.rows[row], found.rows[there])

    heads = Heads(tuple(filter(found.holds_texts, keys(found))), tuple(sorted(expected.heads)))
    return _lines(keys(found), keys(expected), likeness, heads)


def columns(found: Grid, expected: Grid, pairs: Mapping[int, int], called: Called = str) -> Lines:
    """Match the columns of two sheets in some rows, known by `pairs`, by the texts that stand in them."""
    here = _columns(found, {there: row for row, there in pairs.items()})
    there = _columns(expected, {row: row for row in pairs})

    def keys(columns: Mapping[int, Mapping[int, Held]]) -> dict[int, Key]:
        return {
            column: ("", *(called(each) for _row, each in sorted(_texts(columns[column]))))
            for column in sorted(columns)
        }

    return _lines(
        keys(here), keys(there), lambda column, other: _common(there[column], here[other])
    )


def _columns(grid: Grid, known: Mapping[int, int]) -> dict[int, dict[int, Held]]:
    """Return the cells by column and by the expected row; rows that are not known are left out."""
    found: dict[int, dict[int, Held]] = {}
    for row, expected in known.items():
        for column, cell in grid.rows[row].items():
            found.setdefault(column, {})[expected] = cell
    return found


def _texts(cells: Mapping[int, Held]) -> Iterator[tuple[int, str]]:
    for row, cell in cells.items():
        if isinstance(cell.content, str) and cell.content:
            yield row, cell.content


def _common(wanted: Mapping[int, Held], got: Mapping[int, Held]) -> int:
    """Return how many cells of two lines say the same."""
    return sum(
        place in got and cell.content == got[place].content for place, cell in wanted.items()
    )


def _lines(
    found: Mapping[int, Key],
    expected: Mapping[int, Key],
    likeness: Callable[[int, int], int],
    heads: Heads = _NO_HEADS,
) -> Lines:
    """Pair lines: those that say the same in their order, then anywhere, then those of one name.

    The name is that in a block, or below headings. What is left between two lines that are known is
    paired in its order.
    """
    pairs = dict(_in_order(found, expected))
    for parts in (None, _NAMING):
        pairs.update(_anywhere(_left(found, pairs.values()), _left(expected, pairs), parts))
    pairs.update(_headings(found, expected, pairs, heads))
    pairs.update(_in_tables(found, expected, pairs, heads))
    fixed = _ascending(pairs)
    for wanted, got in _gaps(found, expected, pairs, fixed):
        together = len(wanted) == len(got) or max(len(wanted), len(got)) > _MOST
        paired = dict(zip(wanted, got, strict=False)) if together else _alike(wanted, got, likeness)
        pairs.update(
            (line, there)
            for line, there in paired.items()
            if not _strangers(expected[line], found[there])
        )
    taken = set(pairs.values())
    return Lines(
        {line: pairs[line] for line in expected if line in pairs},
        tuple(line for line in expected if line not in pairs),
        tuple(line for line in found if line not in taken),
        frozenset(pairs) - _ascending(pairs),
    )


def _strangers(one: Key, other: Key) -> bool:
    """Tell whether two lines that say a lot have nothing in common: one is not the other changed."""
    return min(len(one), len(other)) > _SEVERAL and not {*one[1:]} & {*other[1:]}


def _in_order(found: Mapping[int, Key], expected: Mapping[int, Key]) -> Iterator[tuple[int, int]]:
    wanted, got = list(expected), list(found)
    matcher = SequenceMatcher(None, list(expected.values()), list(found.values()), autojunk=False)
    for block in matcher.get_matching_blocks():
        for place in range(block.size):
            yield wanted[block.a + place], got[block.b + place]


def _left(lines: Mapping[int, Key], known: Iterable[int]) -> dict[int, Key]:
    taken = set(known)
    return {line: key for line, key in lines.items() if line not in taken}


def _anywhere(
    found: Mapping[int, Key], expected: Mapping[int, Key], parts: int | None
) -> dict[int, int]:
    """Pair lines whose keys have the same first parts, wherever they stand; texts must be in them."""
    left: dict[Key, list[int]] = {}
    for line, key in found.items():
        left.setdefault(key[:parts], []).append(line)
    pairs = {}
    for line, key in expected.items():
        known = left.get(key[:parts], [])
        if known and any(key[1:]):
            pairs[line] = known.pop(0)
    return pairs


def _headings(
    found: Mapping[int, Key], expected: Mapping[int, Key], pairs: Mapping[int, int], heads: Heads
) -> dict[int, int]:
    """Pair headings that say the same, whatever is said above them."""
    here, there = (
        {line: ("", *lines[line][1:]) for line in known}
        for lines, known in ((found, heads.found), (expected, heads.expected))
    )
    return _anywhere(_left(here, pairs.values()), _left(there, pairs), None)


def _in_tables(
    found: Mapping[int, Key], expected: Mapping[int, Key], pairs: Mapping[int, int], heads: Heads
) -> Iterator[tuple[int, int]]:
    """Pair lines of one name that stand below the same headings, whatever is said between them."""
    here = {pairs[head]: head for head in heads.expected if head in pairs}
    got = _named(
        {
            line: (here[above], *key[1:2])
            for line, key in _left(found, pairs.values()).items()
            if (above := _above(heads.found, line)) in here
        }
    )
    wanted = _named(
        {
            line: (_above(heads.expected, line), *key[1:2])
            for line, key in _left(expected, pairs).items()
        }
    )
    for name, line in wanted.items():
        if name[1:] and name in got:
            yield line, got[name]


def _named(lines: Mapping[int, tuple[object, ...]]) -> dict[tuple[object, ...], int]:
    """Return lines by their names, of which no other line has one."""
    counts = Counter(lines.values())
    return {name: line for line, name in lines.items() if counts[name] == 1}


def _above(heads: Sequence[int], line: int) -> int:
    """Return the last of some rows that stands above a line, 0 if none does."""
    place = bisect_left(heads, line)
    return heads[place - 1] if place else 0


def _ascending(pairs: Mapping[int, int]) -> frozenset[int]:
    """Return the most expected lines that stand in their order where they were found."""
    ends: list[int] = []
    last: list[int] = []
    before: dict[int, int | None] = {}
    for line in sorted(pairs):
        place = bisect_left(ends, pairs[line])
        before[line] = last[place - 1] if place else None
        ends[place : place + 1] = [pairs[line]]
        last[place : place + 1] = [line]
    kept = set()
    end = last[-1] if last else None
    while end is not None:
        kept.add(end)
        end = before[end]
    return frozenset(kept)


def _gaps(
    found: Mapping[int, Key],
    expected: Mapping[int, Key],
    pairs: Mapping[int, int],
    fixed: frozenset[int],
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Give what is not paired between two fixed lines next to each other, expected and found."""
    wanted, got = _left(expected, pairs), _left(found, pairs.values())
    borders = [(line, pairs[line]) for line in sorted(fixed)]
    ends = [(max(expected, default=0) + 1, max(found, default=0) + 1)]
    for (first, start), (last, end) in zip([(0, 0), *borders], [*borders, *ends], strict=True):
        yield (
            [line for line in wanted if first < line < last],
            [line for line in got if start < line < end],
        )


def _alike(
    wanted: Sequence[int], got: Sequence[int], likeness: Callable[[int, int], int]
) -> dict[int, int]:
    """Pair lines in their order so that the pairs have the most in common."""
    best = [[0] * (len(got) + 1) for _ in range(len(wanted) + 1)]
    alike = [[likeness(one, other) for other in got] for one in wanted]
    for i in reversed(range(len(wanted))):
        for j in reversed(range(len(got))):
            together = best[i + 1][j + 1] + alike[i][j]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    pairs = {}
    i = j = 0
    while i < len(wanted) and j < len(got):
        if alike[i][j] and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            pairs[wanted[i]] = got[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs
