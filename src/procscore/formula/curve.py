"""A formula as a function of one of its names, all else fixed: exact pieces and what they reach.

The term is computed on a whole open interval at once (`interval.py`); where that asks for a break, both
halves are computed anew, which ends because every half has fewer roots inside. At the break points
themselves the formula is evaluated. A piece that is (a + b·x) / (c + d·x) only rises or only falls, so
that its ends decide the least, the greatest and the direction.

A term that rounds what is not constant, that compares curves, or one of whose pieces is a curve that
may turn, is not analysed: `sampled` tries it at given values instead.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from procscore.formula.errors import UndefinedValueError
from procscore.formula.evaluate import evaluate
from procscore.formula.interval import Break, Interval, NotAnalysableError
from procscore.formula.ratio import Ratio, TooManyPowersError
from procscore.formula.terms import Term

_HALVINGS = 64
"""How near an end that is not reached is approached: a 2⁶⁴th of the piece."""


class Point(NamedTuple):
    """The height at one value, None where the formula has none."""

    at: Fraction
    height: Fraction | None


class Piece(NamedTuple):
    """The heights between two values, both excluded; None where the formula has none."""

    start: Fraction
    end: Fraction
    ratio: Ratio | None


class End(NamedTuple):
    """A height that is taken at `at`, or that is approached there from one side and not taken.

    Ends are in the order of their heights: by `infinite`, then by `height`.
    """

    infinite: int
    """-1 or 1 at a pole, else 0."""
    height: Fraction
    at: Fraction
    inside: Fraction | None = None
    """Where it is approached, a value of the piece that ends there."""

    @property
    def level(self) -> tuple[int, Fraction]:
        """Return what is compared."""
        return self.infinite, self.height

    @property
    def rank(self) -> tuple[tuple[int, Fraction], bool, Fraction]:
        """Return the level; of equal ones those that are taken come after the others, then by `at`."""
        return self.level, self.inside is None, self.at

    def values(self) -> Iterator[Fraction]:
        """Give the value where it is taken, else values that come nearer and nearer."""
        if self.inside is None:
            yield self.at
            return
        for halvings in range(_HALVINGS):
            yield self.at + (self.inside - self.at) / 2**halvings


class Sample(NamedTuple):
    """A value and the height there."""

    at: Fraction
    height: Fraction


@dataclass(frozen=True, slots=True)
class Curve:
    """A function of one name: points and, where it was analysed, the pieces between them."""

    term: Term
    name: str
    cells: tuple[Point | Piece, ...]
    """From left to right. Without pieces the function is known at the points only."""

    @property
    def exact(self) -> bool:
        """Tell whether every value was decided, and not only some tried."""
        return any(isinstance(cell, Piece) for cell in self.cells)

    def after(self, value: Fraction) -> "Curve":
        """Return the curve without its point at `value`, where it begins."""
        kept = tuple(cell for cell in self.cells if not isinstance(cell, Point) or cell.at != value)
        return Curve(self.term, self.name, kept)

    def at(self, value: Fraction) -> Fraction | None:
        """Return the height at `value`, None where there is none."""
        return _height(self.term, self.name, value)

    @property
    def undefined(self) -> tuple[Fraction, ...]:
        """Return values at which there is no height, one of each piece that has none."""
        return tuple(
            cell.at if isinstance(cell, Point) else _middle(cell)
            for cell in self.cells
            if (cell.height if isinstance(cell, Point) else cell.ratio) is None
        )

    @property
    def ends(self) -> tuple[End, ...]:
        """Return the heights of the points and those at the ends of the pieces, from left to right.

        All heights of a piece lie between those of its ends, so that the greatest and the least of
        all, and every rise and fall, show between neighbours.
        """
        return tuple(end for cell in self.cells for end in _ends(cell))

    @property
    def rises(self) -> bool:
        """Tell whether a greater value can have a greater height."""
        return any(left.level < right.level for left, right in pairwise(self.ends))

    @property
    def falls(self) -> bool:
        """Tell whether a greater value can have a lesser height."""
        return any(left.level > right.level for left, right in pairwise(self.ends))

    @property
    def highest(self) -> End | None:
        """Return the greatest height: rather one that is taken, and the last of those."""
        return max(self.ends, key=lambda end: end.rank, default=None)

    @property
    def lowest(self) -> End | None:
        """Return the least height: rather one that is taken, and the first of those."""
        return min(self.ends, key=lambda end: (end.level, end.inside is not None), default=None)

    def sample(self, end: End | None, wanted: Callable[[Fraction], bool]) -> Sample | None:
        """Return the first value on the way to `end` whose height is `wanted`."""
        for value in end.values() if end is not None else ():
            height = self.at(value)
            if height is not None and wanted(height):
                return Sample(value, height)
        return None

    def rise(self) -> tuple[Sample, Sample] | None:
        """Return two values of which the greater has the greater height, None where it never has."""
        for left, right in pairwise(self.ends):
            if left.level < right.level and (found := self._between(left, right)):
                return found
        return None

    def _between(self, left: End, right: End) -> tuple[Sample, Sample] | None:
        low = self.sample(left, lambda height: (0, height) < right.level)
        high = low and self.sample(right, lambda height: height > low.height)
        return (low, high) if low and high else None


def curve(term: Term, name: str, start: Fraction, end: Fraction) -> Curve:
    """Return a checked term whose only name is `name` as a function of it from `start` to `end`.

    Raises NotAnalysableError.
    """
    cells: list[Point | Piece] = [Point(start, _height(term, name, start))]
    waiting = [(start, end)]
    while waiting:
        left, right = waiting.pop()
        try:
            ratio = Interval(left, right).ratio(term)
        except Break as found:
            waiting += [(found.at, right), (left, found.at)]
            continue
        except TooManyPowersError:
            raise NotAnalysableError from None
        except UndefinedValueError:
            ratio = None
        if ratio is not None and not ratio.monotone:
            raise NotAnalysableError
        cells += [Piece(left, right, ratio), Point(right, _height(term, name, right))]
    return Curve(term, name, tuple(_joined(cells)))


def sampled(term: Term, name: str, values: Iterable[Fraction]) -> Curve:
    """Return what a checked term is at each of `values`, which rise."""
    points = tuple(Point(value, _height(term, name, value)) for value in values)
    return Curve(term, name, points)


def _height(term: Term, name: str, value: Fraction) -> Fraction | None:
    try:
        return evaluate(term, {name: value})
    except UndefinedValueError:
        return None


def _joined(cells: Sequence[Point | Piece]) -> Iterator[Point | Piece]:
    """Give the cells without the points at which the function goes on as before."""
    kept: list[Point | Piece] = []
    for cell in cells:
        match kept[-2:], cell:
            case [Piece() as before, Point() as point], Piece() if _same(before, point, cell):
                kept[-2:] = [Piece(before.start, cell.end, cell.ratio)]
            case _:
                kept.append(cell)
    yield from kept


def _same(before: Piece, point: Point, after: Piece) -> bool:
    if before.ratio is None or point.height is None or before.ratio != after.ratio:
        return (before.ratio, point.height, after.ratio) == (None, None, None)
    try:
        return before.ratio(point.at) == point.height
    except ZeroDivisionError:
        return False


def _middle(piece: Piece) -> Fraction:
    return (piece.start + piece.end) / 2


def _ends(cell: Point | Piece) -> tuple[End, ...]:
    if isinstance(cell, Point):
        return () if cell.height is None else (End(0, cell.height, cell.at),)
    if cell.ratio is None:
        return ()
    level, middle = cell.ratio.constant, _middle(cell)
    if level is not None:
        return (End(0, level, middle),)
    rising = 1 if cell.ratio((middle + cell.end) / 2) > cell.ratio(middle) else -1
    return (
        _limit(cell.ratio, cell.start, middle, -rising),
        _limit(cell.ratio, cell.end, middle, rising),
    )


def _limit(ratio: Ratio, at: Fraction, inside: Fraction, sign: int) -> End:
    """Return what a ratio comes to at the end of its piece; at a pole it is infinite by `sign`."""
    try:
        return End(0, ratio(at), at, inside)
    except ZeroDivisionError:
        return End(sign, Fraction(0), at, inside)
