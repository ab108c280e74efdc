"""Which row of one sheet is which row of another, told by their texts.

A row that was taken out, put in or moved is found as that, and what stands below it is not taken
for changed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from procscore.model.published import Grid

_NAMING = 2
Key = tuple[str, ...]
"""The block that a row stands in, and its texts."""
_MOST = 400
"""Rows of a block of changed rows that are matched by what they have in common."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of two sheets, found and expected."""

    pairs: Mapping[int, int]
    """The row that was found by the row that was expected."""
    missing: tuple[int, ...]
    """Expected rows that are not there."""
    added: tuple[int, ...]
    """Found rows that should not be there."""
    moved: frozenset[int]
    """Expected rows that stand elsewhere, above or below others."""


def rows(found: Grid, expected: Grid) -> Rows:
    """Match the rows of two sheets."""
    here, there = list(found.rows), list(expected.rows)
    keys = _keys(found), _keys(expected)
    texts = list(keys[0].values()), list(keys[1].values())
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(None, texts[1], texts[0], autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        wanted, got = there[first:last], here[start:end]
        if tag == "equal" or len(wanted) == len(got):
            pairs.update(zip(wanted, got, strict=True))
        elif tag == "replace":
            pairs.update(_alike(wanted, got, lambda w, g: _common(expected, w, found, g)))
    moved = _moved(*keys, pairs)
    pairs.update(moved)
    moved |= _moved(_named(keys[0]), _named(keys[1]), pairs)
    pairs.update(moved)
    taken = set(pairs.values())
    return Rows(
        pairs,
        tuple(row for row in there if row not in pairs),
        tuple(row for row in here if row not in taken),
        frozenset(moved),
    )


def _keys(grid: Grid) -> dict[int, Key]:
    """Return the texts of each row, and whose it is: criteria are called alike under every vendor."""
    return {row: (grid.block(row), *grid.texts(row)) for row in grid.rows}


def _common(expected: Grid, wanted: int, found: Grid, got: int) -> int:
    """Return how many cells of two rows say the same."""
    cells = found.rows[got]
    return sum(
        cell.content == cells[column].content
        for column, cell in expected.rows[wanted].items()
        if column in cells
    )


def _alike(
    wanted: Sequence[int], got: Sequence[int], likeness: Callable[[int, int], int]
) -> dict[int, int]:
    """Pair rows in their order so that the pairs have the most in common."""
    if max(len(wanted), len(got)) > _MOST:
        return dict(zip(wanted, got, strict=False))
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


def _moved(
    found: Mapping[int, Key], expected: Mapping[int, Key], pairs: Mapping[int, int]
) -> dict[int, int]:
    """Pair the rows that are left and have the very same texts, wherever they stand."""
    taken = set(pairs.values())
    left: dict[Key, list[int]] = {}
    for row, key in found.items():
        if row not in taken:
            left.setdefault(key, []).append(row)
    moved = {}
    for row, key in expected.items():
        known = left.get(key, [])
        if row not in pairs and known and any(key[1:]):
            moved[row] = known.pop(0)
    return moved


def _named(rows: Mapping[int, Key]) -> dict[int, Key]:
    """Return the block and the first text of rows: who moved up is called 次点 in another text."""
    return {row: key[:_NAMING] for row, key in rows.items()}
