"""The rules of a criteria sheet beside its criteria: panel, eligibility, ranking, award."""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from procscore.model.fields import Count, Frozen, Id, Percentage, Round, WrittenFormula

Aggregate = Literal["mean", "median", "sum", "trimmed-mean", "consensus"]
CeilingRule = Literal["exclude", "flag", "ignore"]


class Trim(Frozen):
    """How many of the highest and of the lowest are left out."""

    highest: Count = 1
    lowest: Count = 1


class Panel(Frozen):
    """How many evaluators become one score."""

    aggregate: Aggregate = "mean"
    over: Literal["criteria", "totals"] = "criteria"
    trim: Trim = Trim()
    round: Round | None = None


class Minimum(Frozen):
    """Points that a vendor must reach; without a selector, of the total."""

    at_least: Percentage
    criterion: Id | None = None
    each_of: Id | None = None
    """Every part of this group on its own."""
    excluding: Id | None = None
    """The total without this criterion."""

    @model_validator(mode="after")
    def _one_selector(self) -> Self:
        if sum(each is not None for each in (self.criterion, self.each_of, self.excluding)) > 1:
            raise PydanticCustomError("criteria-minimum-ambiguous", "ambiguous", {})
        return self


class AbnormallyLow(Frozen):
    """A test for abnormally low bids. It flags, it never excludes."""

    rule: Literal["mean-minus-deviation"]
    amount: Id | None = None
    """None: the amount that an unnamed ceiling speaks of."""


class Eligibility(Frozen):
    """Who stays in the procurement."""

    ceiling: CeilingRule | dict[str, CeilingRule] = "exclude"
    minimums: tuple[Minimum, ...] = ()
    abnormally_low: AbnormallyLow | None = None
    lowest_among: Literal["eligible", "within-ceiling", "all"] = "eligible"
    """Whose prices count as lowest, highest and average."""


class TieStep(Frozen):
    """One step of the chain.

    Written `{higher: technical}`, `{lower: total}`, `{more: first-places}`, `lot` or `committee`.
    """

    rule: Literal["higher", "lower", "more", "lot", "committee"]
    name: str = ""
    """The criterion of `higher`, the amount of `lower`, what there are `more` of."""


def _tie_step(written: object) -> object:
    if isinstance(written, str) and written in ("lot", "committee"):
        return {"rule": written}
    if isinstance(written, dict) and len(written) == 1:
        rule, name = next(iter(written.items()))
        if rule in ("higher", "lower") or (rule, name) == ("more", "first-places"):
            return {"rule": rule, "name": name}
    raise PydanticCustomError("criteria-tie-step-unknown", "tie step", {})


class Ranking(Frozen):
    """What is compared, and how equal values are told apart."""

    by: Literal["points", "formula", "rank-sum", "mean-rank", "first-places"] = "points"
    formula: WrittenFormula | None = None
    round: Round | None = None
    ties: tuple[Annotated[TieStep, BeforeValidator(_tie_step)], ...] = (TieStep(rule="committee"),)
    equal_ranks: Literal["competition", "dense", "average"] = "competition"


class Award(Frozen):
    """How many are chosen (優先交渉権者) and how many stand ready (次点)."""

    winners: Annotated[Count, Field(ge=1)] = 1
    reserve: Count = 1
