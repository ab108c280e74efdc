"""Which lines of one sheet are which of another, told by what they are called.

A line is a row or a column. It is known by its key: the block in which it stands, and its texts.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

Key = tuple[str, ...]
"""The block in which a line stands, and its texts."""
_NAMING = 2
"""Parts of a key that name a line: its block and its first text."""
_SEVERAL = 3
"""Parts of a key of a line that says little: its block and two texts."""
_MOST = 400
"""Lines between two known ones that are matched by what they have in common."""


class Heads(NamedTuple):
    """The rows of headings, from above."""

    found: Sequence[int]
    """Those that may be."""
    expected: Sequence[int]
    """Those that are."""


NO_HEADS = Heads((), ())


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

    @cached_property
    def expected(self) -> tuple[int, ...]:
        """Return the expected lines that were found, in order."""
        return tuple(sorted(self.pairs))

    @cached_property
    def there(self) -> tuple[int, ...]:
        """Return the lines that were found for those that were expected, in order."""
        return tuple(sorted(self.found))


AS_THEY_STAND = Lines({}, (), (), frozenset())
"""Of lines that nothing is known of: each is where it should be."""


def paired(
    found: Mapping[int, Key],
    expected: Mapping[int, Key],
    likeness: Callable[[int, int], int],
    heads: Heads = NO_HEADS,
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
