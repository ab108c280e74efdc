"""How a criterion gets its points: the methods of `score:` in a criteria sheet."""

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from procscore.model.fields import Frozen, Id, Number, Round, Text, WrittenFormula

By = Literal["panel", "secretariat"]
Votes = Literal["any", "majority", "all"]
"""How many evaluators carry a decision: one, more than half of them, or every one."""


class Veto(Frozen):
    """A mark that excludes the vendor when `votes` evaluators give it (拒否点).

    Where too few give it, each such mark counts as `otherwise`, or as it is where that is not
    written. 京都市 (https://expydoc.com/doc/7512914/): −3 only when unanimous, else −2.
    """

    mark: Text
    """As it is written in a cell: a number, or a grade of the scale."""
    votes: Votes = "all"
    otherwise: Text | None = None


class Marks(Frozen):
    """A number is given, scaled to the criterion's points by points ÷ `to`."""

    method: Literal["marks"] = "marks"
    by: By = "panel"
    lowest: Annotated[Number, Field(alias="from")] = Fraction(0)
    to: Number | None = None
    """None: up to the criterion's points."""
    step: Number | None = None
    """None: any number."""
    allowed: Annotated[tuple[Number, ...], Field(min_length=1)] | None = None
    """The only marks that may be given, where they are no even steps."""
    veto: Veto | None = None
    round: Round | None = None

    def full(self, points: Fraction) -> Fraction:
        """Return the mark that is worth all `points` points; marks are scaled by points ÷ it."""
        if self.to is not None:
            return self.to
        return max(self.allowed) if self.allowed else points

    def range(self, points: Fraction) -> tuple[Fraction, Fraction]:
        """Return the lowest and the highest mark that may be given for `points` points."""
        if self.allowed:
            return min(self.allowed), max(self.allowed)
        return self.lowest, self.full(points)

    def fault(self, points: Fraction, value: Fraction) -> str | None:
        """Return the code for a mark that may not be given for `points` points, or None."""
        lowest, highest = self.range(points)
        if value > highest:
            return "mark-above-maximum"
        if value < lowest:
            return "mark-below-minimum"
        if self.allowed is not None and value not in self.allowed:
            return "mark-not-allowed"
        if self.step is not None and (value - lowest) % self.step != 0:
            return "mark-off-step"
        return None


class Grades(Frozen):
    """A grade of a declared scale is given; only the grades of the scale exist."""

    method: Literal["grades"]
    scale: Id
    by: By = "panel"
    veto: Veto | None = None
    round: Round | None = None


class ByFormula(Frozen):
    """The points follow from declared quantities and amounts."""

    method: Literal["formula"]
    formula: WrittenFormula
    compare: Id | None = None
    """The quantity or amount whose `lowest`, `highest`, `average` and `count` over the bids that
    count the formula may name (相対評価)."""
    round: Round | None = None


class Price(Frozen):
    """The points follow from a quoted amount and those of the other bids that count."""

    method: Literal["price"]
    amount: Id
    formula: WrittenFormula
    round: Round | None = None


class Check(Frozen):
    """A condition that is met or not; its points, if it has any, are given when it is met."""

    method: Literal["check"]
    by: By = "panel"
    fail: Literal["exclude", "points"] = "exclude"
    """What failing costs: the place in the procurement, or only the points."""
    votes: Votes = "any"
    """How many evaluators must say no for the check to fail."""
    even: Literal["pass", "fail", "chair"] = "pass"
    """What an even split of `votes: majority` means; `chair`: what the chair said (可否同数)."""


Score = Annotated[Marks | Grades | ByFormula | Price | Check, Field(discriminator="method")]
MARKED = (Marks, Grades, Check)
"""The methods that need something from an evaluator or the secretariat."""
