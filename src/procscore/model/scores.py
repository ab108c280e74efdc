"""How a criterion gets its points: the methods of `score:` in a criteria sheet."""

from fractions import Fraction
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from procscore.model.fields import (
    Frozen,
    Id,
    Number,
    PriceFormula,
    Round,
    Text,
    WrittenFormula,
)

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
    """How many evaluators must give it: `any`, a `majority` or `all`."""
    otherwise: Text | None = None
    """What the mark counts as where too few give it."""


class Marks(Frozen):
    """A number is given, scaled to the criterion's points by points ÷ `to`."""

    # Only in Python may the method be left out.
    model_config = ConfigDict(json_schema_extra={"required": ["method"]})

    method: Literal["marks"] = "marks"
    """A number is given."""
    by: By = "panel"
    """Who marks: every evaluator of the `panel`, or the `secretariat` once."""
    lowest: Annotated[Number, Field(alias="from")] = Fraction(0)
    """The lowest mark; it may be negative."""
    to: Number | None = None
    """The mark that is worth all points. Left out: up to the criterion's points."""
    step: Number | None = None
    """What marks go up by. Left out: any number."""
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
    """A grade of a scale is given."""
    scale: Id
    """One of the `scales` of the sheet."""
    by: By = "panel"
    """Who marks: every evaluator of the `panel`, or the `secretariat` once."""
    veto: Veto | None = None
    round: Round | None = None


class ByFormula(Frozen):
    """The points follow from declared quantities and amounts."""

    method: Literal["formula"]
    """The points are computed from what vendors declare."""
    formula: WrittenFormula
    """It names `points`, amounts and quantities: `min(points, 2 * deployments)`."""
    compare: Id | None = None
    """The quantity or amount whose `lowest`, `highest`, `average` and `count` over the bids that
    count the formula may name (相対評価)."""
    round: Round | None = None


class Price(Frozen):
    """The points follow from a quoted amount and those of the other bids that count."""

    method: Literal["price"]
    """The points are computed from a price and those of the other bids."""
    amount: Id
    """One of the `amounts` of the sheet."""
    formula: PriceFormula
    """A preset such as `lowest-ratio`, or a formula over `points`, `price`, `lowest`, `highest`,
    `average`, `count`, `ceiling`, `investigation`, `estimate`."""
    round: Round | None = None


class Check(Frozen):
    """A condition that is met or not; its points, if it has any, are given when it is met."""

    method: Literal["check"]
    """It is met or not (○ / ×)."""
    by: By = "panel"
    """Who checks: every evaluator of the `panel`, or the `secretariat` once."""
    fail: Literal["exclude", "points"] = "exclude"
    """What failing costs: the place in the procurement, or only the points."""
    votes: Votes = "any"
    """How many evaluators must say no for the check to fail."""
    even: Literal["pass", "fail", "chair"] = "pass"
    """What an even split of `votes: majority` means; `chair`: what the chair said (可否同数)."""


Score = Annotated[Marks | Grades | ByFormula | Price | Check, Field(discriminator="method")]
MARKED = (Marks, Grades, Check)
"""The methods that need something from an evaluator or the secretariat."""
