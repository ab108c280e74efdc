"""Differences in the order in which they are told: what others follow from comes first."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import IntEnum

from procscore.diagnostics import Location
from procscore.model.page import Words
from procscore.model.verification import Difference


class Level(IntEnum):
    """What a difference is in, from the cause to what follows from it."""

    RULE = 0
    """A rule of the criteria sheet, or another thing that holds for all."""
    HANDED_IN = 1
    """A mark, a price, a quantity, a vendor."""
    FIGURE = 2
    """What is computed from those."""
    RANK = 3
    WORD = 4
    """What is said of a vendor: award, standing."""
    TEXT = 5


@dataclass(frozen=True, slots=True)
class Ranked:
    """A difference and its place in the order."""

    difference: Difference
    level: Level
    depth: int = 0
    """How many calculations lie below a figure."""
    origin: Location | None = None
    """The cell of an input that says what should stand there."""


def told(
    level: Level,
    where: Location,
    what: Words,
    *,
    found: str = "",
    expected: str = "",
    why: tuple[Words, ...] = (),
    depth: int = 0,
    origin: Location | None = None,
) -> Ranked:
    """Return a difference with its place in the order."""
    return Ranked(Difference(where, what, found, expected, why), level, depth, origin)


def ordered(found: Iterable[Ranked], causes: Container[Location] = ()) -> tuple[Difference, ...]:
    """Return the differences in their order; those of one kind as a reader meets them.

    What was handed in otherwise than the ranking records is the cause of others: it comes first of
    what was handed in. `causes` are its cells.
    """

    def place(one: Ranked) -> tuple[Level, bool, int]:
        cause = one.origin is not None and one.origin in causes
        return (min(one.level, Level.HANDED_IN) if cause else one.level), not cause, one.depth

    return tuple(each.difference for each in sorted(found, key=place))
