"""How one vendor's figures came about, and where the gap to another comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from procscore.diagnostics import Location
from procscore.formula import Derivation
from procscore.model.bids import Mark
from procscore.model.page import Words
from procscore.model.result import Evaluation, VendorResult

Kind = Literal[
    "total",
    "value",
    "criterion",
    "withheld",
    "converted",
    "counted-once",
    "before-agreement",
    "required",
    "best",
    "market",
    "compared",
    "panel",
    "evaluator",
    "own-mark",
    "rank",
    "amount",
    "number",
]
"""What a figure is.

`total`, `value` (what the ranking compares), `criterion`; a criterion's points before they were
withheld (`withheld`), `converted` or multiplied (`counted-once`); what the own marks would have given
(`before-agreement`); points that are `required`; the `best` before conversion; what the bids say
together (`market`) and one bid that was `compared`; what a `panel`'s totals give, the total of one
`evaluator`, one `own-mark` in it; the `rank` that an evaluator's total gives; an `amount` or quantity;
any other `number`.
"""


Use = Literal["counts", "trimmed", "either", "replaced"]
"""Whether a mark counts, trimming left it out, it is one of equal marks of which trimming left out
some (`either`: which of them is the same), or a mark that the panel agreed on stands for it."""


@dataclass(frozen=True, slots=True)
class Given:
    """One mark of a criterion, and what became of it."""

    mark: Mark
    name: str
    """Who gave it, as a reader knows that person."""
    use: Use
    extreme: Literal["", "highest", "lowest"] = ""
    """As what trimming left it out: its evaluator's total is that, or where criteria are trimmed one by
    one the mark itself. Empty where that is not known."""
    out: int = 0
    """Of `either`: how many of the equal marks trimming left out."""
    alike: int = 0
    """Of `either`: how many marks are equal."""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """An evaluator who gave no mark that counts, for one criterion."""

    evaluator: str
    name: str
    why: Literal["absent", "recused", "another-panel"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, and what it is made of."""

    kind: Kind
    name: Words
    value: Fraction | None
    """None where it was not scored."""
    of: Fraction | None = None
    """The points at stake; None for what is no points."""
    derivation: Derivation | None = None
    """None for a number that was only read, or that follows from nothing."""
    where: Location | None = None
    """The cell that holds it."""
    symbol: str = ""
    """The name by which it goes into the formula of the figure that it is a part of."""
    criterion: str = ""
    """The id of the criterion, amount or quantity that it is about."""
    vendor: str = ""
    """The id of another vendor whose figure it is."""
    parts: tuple["Figure", ...] = ()
    """What went into it, in the order of the formula; then, where a group's points are not the sum of
    its parts, these parts."""
    adds_up: bool = False
    """Whether it is the sum of its parts."""
    marks: tuple[Given, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    elsewhere: bool = False
    """Whether it is only named here: how it came about is told at another place, or of another vendor."""

    def walk(self) -> Iterator["Figure"]:
        """Give this figure and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class GapItem:
    """What one criterion, or one evaluator, adds to the gap between two vendors."""

    name: Words
    criterion: str
    """The criterion's id; empty for the total as one item, and for an evaluator."""
    one: Fraction | None
    """None where it was not scored, or where the evaluator did not mark this vendor."""
    other: Fraction | None
    given: tuple[tuple[Given, ...], tuple[Given, ...]] = ((), ())
    """The marks of both in a criterion, also those that do not count."""
    uncounted: tuple[tuple[Uncounted, ...], tuple[Uncounted, ...]] = ((), ())
    """The evaluators who have no mark of a criterion that counts, for both."""
    derivations: tuple[Derivation | None, Derivation | None] = (None, None)
    """How both came about."""

    @property
    def by(self) -> Fraction:
        """Return by how much the first is above the other; what is not there is 0."""
        return (self.one or Fraction(0)) - (self.other or Fraction(0))

    @property
    def scored(self) -> bool:
        """Tell whether both have it."""
        return self.one is not None and self.other is not None


@dataclass(frozen=True, slots=True)
class Gap:
    """The difference of one figure of two vendors, item by item, largest difference first.

    Where both have the figure, the items add up to the gap exactly.
    """

    one: Fraction | None
    other: Fraction | None
    derivations: tuple[Derivation | None, Derivation | None]
    items: tuple[GapItem, ...]
    """Empty where the figure is no sum."""

    @property
    def by(self) -> Fraction | None:
        """Return the gap; None where one of the two does not have the figure."""
        return None if self.one is None or self.other is None else self.one - self.other


@dataclass(frozen=True, slots=True)
class Against:
    """One vendor held against another."""

    other: VendorResult
    points: Gap
    """Between the totals, or the points of the criterion that was asked for."""
    value: Gap | None
    """Between what the ranking compares, where that is another value than the total."""
    points_of: Figure
    """The other's total, or that criterion, with everything below it."""
    value_of: Figure | None
    """What the ranking compares of the other, where that is another value than the total."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How the points of one vendor came about."""

    result: Evaluation
    vendor: VendorResult
    criterion: str | None
    """The criterion that was asked for; None: all."""
    points: Figure
    """The total, or that criterion."""
    beside: tuple[Figure, ...] = ()
    """Criteria that were scored and do not count for the total (of an earlier stage)."""
    value: Figure | None = None
    """What the ranking compares, where that is another value than the total."""
    amounts: tuple[Figure, ...] = ()
    """Amounts and quantities that no points hang on."""
    against: Against | None = None
    record: str = ""
    """The name of the result from whose record it was computed again; empty for workbooks."""
