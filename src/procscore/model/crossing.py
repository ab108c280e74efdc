"""Bids under the weights of other sheets: a comparison, never an award."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from procscore.model.comparison import Compared, Subject, Weight
from procscore.model.result import Evaluation, VendorResult


@dataclass(frozen=True, slots=True)
class Weighed:
    """A vendor under the weights of a sheet."""

    points: Fraction
    """Out of the points of the sheet that are for what has marks in the bids."""
    rank: Fraction
    """Equal points, equal ranks, counted as the bids' own sheet counts them."""
    moved: bool
    """Whether the rank differs from that of the evaluation."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """The bids under the weights of one sheet."""

    compared: Compared
    covered: Mapping[Subject, Weight]
    """What it gives points for and has marks in the bids."""
    uncovered: Mapping[Subject, Weight]
    """What it gives points for and has no marks: nothing is put in its place."""
    vendors: Mapping[str, Weighed]
    """By vendor id; empty where nothing is covered or nobody is ranked."""

    @property
    def of(self) -> Fraction:
        """Return the points that are for what has marks in the bids."""
        return sum((weight.points for weight in self.covered.values()), Fraction(0))


@dataclass(frozen=True, slots=True)
class Crossing:
    """An evaluation, and the order that the weights of other sheets would have given its bids."""

    result: Evaluation
    """Under the bids' own sheet: the reference."""
    reached: Mapping[Subject, Mapping[str, Fraction]]
    """The share of the points that each ranked vendor reached, by vendor id."""
    weighings: tuple[Weighing, ...]
    without_marks: tuple[Subject, ...] = ()
    """What any of the sheets gives points for and has no marks, in the order of the topics."""

    @property
    def ranked(self) -> tuple[VendorResult, ...]:
        """Return the vendors that are ranked, first to last, as they were evaluated."""
        return self.result.ranked

    @property
    def by_points(self) -> bool:
        """Tell whether the bids' own sheet ranks by points, as the other sheets' weights do here."""
        return self.result.ranking.by == "points"
