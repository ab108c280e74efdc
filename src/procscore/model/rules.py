"""The rules of a criteria sheet beside its criteria: panel, eligibility, ranking, award."""

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from procscore.formula import names, parse
from procscore.model import shapes
from procscore.model.fields import (
    Count,
    Flag,
    Frozen,
    Id,
    Percentage,
    Positive,
    Round,
    Share,
    Text,
    WrittenFormula,
)
from procscore.model.scores import Votes
from procscore.model.tie_steps import TieStep, tie_step

Aggregate = Literal["mean", "median", "sum", "trimmed-mean", "consensus"]
CeilingRule = Literal["exclude", "flag", "ignore"]


class Trim(Frozen):
    """How many of the highest and of the lowest are left out."""

    highest: Count = 1
    """How many of the highest."""
    lowest: Count = 1
    """How many of the lowest."""


class Panel(Frozen):
    """How many evaluators become one score."""

    name: Text | None = None
    """As evaluators are assigned to it in the workbook, where the sheet has several panels."""
    aggregate: Aggregate = "mean"
    """`mean`, `median`, `sum`, `trimmed-mean` (without the highest and lowest), or `consensus`: one
    agreed mark (合議)."""
    consensus: Literal["overrides"] | None = None
    """`overrides`: where the panel agreed on a mark (合議), it counts instead of the aggregate of the
    evaluators' own; where that is blank, their own count. Left out: nothing overrides them."""
    over: Literal["criteria", "totals"] = "criteria"
    """Whether it is done criterion by criterion, or with each evaluator's total."""
    trim: Trim = Trim()
    """With `trimmed-mean`: how many of the highest and of the lowest are left out."""
    round: Round | None = None
    shared: Literal["each", "once"] = "each"
    """With `sum`: whether points that are given once (price, secretariat's) count for each
    evaluator or once."""
    quorum: Percentage | None = None
    """The fewest evaluators that must be present: a number, or a share of the panel (定足数)."""
    same_for_all: Flag = False
    """Whether the same evaluators must mark all vendors."""


class Minimum(Frozen):
    """Points that a vendor must reach; without a selector, of the total."""

    at_least: Percentage
    """The fewest points: a number, or a share of the points at stake."""
    evaluators: Votes | None = None
    """Who must give that many: so many evaluators, each by its own marks. Left out: the panel."""
    when: tuple[Literal["sole-bidder", "promoted"], ...] = ()
    """The only cases it is for. Left out: always. Promoted is who moves up when a winner withdraws."""
    criterion: Id | None = None
    """The points of this criterion or group."""
    each_of: Id | None = None
    """Every part of this group on its own."""
    excluding: Id | None = None
    """The total without this criterion."""

    @model_validator(mode="after")
    def _one_selector(self) -> Self:
        if sum(each is not None for each in (self.criterion, self.each_of, self.excluding)) > 1:
            raise PydanticCustomError("criteria-minimum-ambiguous", "ambiguous", {})
        return self


class Requires(Frozen):
    """What must be reached elsewhere for a criterion's points to be given (加算点の条件)."""

    criterion: Id
    """The criterion or group that is asked."""
    at_least: Percentage
    """The fewest points there: a number, or a share of its points."""


class Rescale(Frozen):
    """How the points of a criterion follow from what was marked, or from the sum of its parts.

    The formula knows `points` (the criterion's), `raw` (what was marked, or the parts' sum), `of`
    (the most that raw can be), `best` (the highest raw among the bids that count) and the parts.
    """

    formula: WrittenFormula = parse("raw")
    """Such as `points * raw / of`; without it `raw` itself is rounded."""
    round: Round | None = None

    @property
    def relative(self) -> bool:
        """Tell whether the points hang on the other vendors."""
        return "best" in names(self.formula)


class Gate(Frozen):
    """Who goes on from a stage to the next."""

    top: Positive | None = None
    """How many go on."""
    at_cut: Literal["all", "none", "committee"] = "all"
    """Whether vendors that are tied across the line all go on, none does, or the committee says."""
    minimums: tuple[Minimum, ...] = ()
    """Of the stage's points."""
    skip_below: Count | None = None
    """With fewer vendors than this the stage is not held: all go on, and it has no points."""


LOW_SHARES: dict[str, Share] = {
    "below-mean": Share(Fraction(85, 100), percent=True),
    "below-estimate": Share(Fraction(80, 100), percent=True),
}
"""The tests for abnormally low bids that take a share, and the share where the sheet states none."""


class AbnormallyLow(Frozen):
    """A test for abnormally low bids. It flags, it never excludes."""

    rule: Literal[
        "mean-minus-deviation",
        "world-bank",
        "below-mean",
        "below-estimate",
        "scotland",
        "spain-85",
    ]
    """The test by which a price is flagged."""
    amount: Id | None = None
    """The amount that is tested. Left out: the amount that an unnamed ceiling speaks of."""
    share: Annotated[Percentage, WithJsonSchema(shapes.SHARE)] | None = None
    """The share of the mean or of the estimate below which a price is flagged. Left out: the usual."""

    @field_validator("share")
    @classmethod
    def _of_a_rule_that_takes_one(cls, share: Share | None, info: ValidationInfo) -> Share | None:
        rule = info.data.get("rule")
        if share is not None and rule is not None:
            if rule not in LOW_SHARES:
                raise PydanticCustomError("criteria-share-unused", "share", {"rule": rule})
            if not share.percent or not 0 < share.value <= 1:
                raise PydanticCustomError("criteria-share-range", "share", {"text": str(share)})
        return share

    @property
    def limit(self) -> Share | None:
        """Return the share that is applied, None where the rule takes none."""
        return self.share or LOW_SHARES.get(self.rule)


class Eligibility(Frozen):
    """Who stays in the procurement."""

    ceiling: CeilingRule | dict[str, CeilingRule] = "exclude"
    """What happens to a price above the ceiling: `exclude`, `flag`, `ignore`; of several ceilings
    `{total: exclude, initial: flag}`."""
    minimums: tuple[Minimum, ...] = ()
    """Points that a vendor must reach to stay in."""
    abnormally_low: AbnormallyLow | None = None
    lowest_among: Literal["eligible", "within-ceiling", "all"] = "eligible"
    """Whose prices count as lowest, highest and average."""


class Ranking(Frozen):
    """What is compared, and how equal values are told apart."""

    by: Literal["points", "formula", "rank-sum", "mean-rank", "first-places"] = "points"
    """The total `points`; a `formula`; the sum or mean of the evaluators' ranks; or how many put the
    vendor first."""
    formula: WrittenFormula | None = None
    """With `by: formula`: over criteria and amounts, such as `technical / total * 100000000`."""
    round: Round | None = None
    at_least: WrittenFormula | None = None
    """The value that must be reached (基準評価値), compared before rounding."""
    best: Literal["highest", "lowest"] = "highest"
    """Which value of the formula is first."""
    ties: tuple[Annotated[TieStep, BeforeValidator(tie_step)], ...] = (TieStep(rule="committee"),)
    """How equal values are told apart, step by step; it ends in `lot`, `committee`, `chair` or
    `vote`."""
    majority: Literal["flag"] | None = None
    """Whether it is flagged that no more than half of the evaluators put the first one first."""
    equal_ranks: Literal["competition", "dense", "average"] = "competition"
    """The ranks that vendors get who stay tied."""
    evaluator_ranks: Literal["competition", "dense", "average", "distinct"] = "competition"
    """The ranks that equal totals of one evaluator get; `distinct`: there may be none, an evaluator
    puts them in an order of its own (宮城県, https://expydoc.com/doc/10831224/)."""

    @property
    def in_formulas(self) -> frozenset[str]:
        """Return the names in the formula that is compared and in that of the least value."""
        written = (each for each in (self.formula, self.at_least) if each is not None)
        return frozenset(name for formula in written for name in names(formula))

    @property
    def lowest_first(self) -> bool:
        """Tell whether the lowest value is the best: a rank, or a formula that says so."""
        if self.by == "formula":
            return self.best == "lowest"
        return self.by in ("rank-sum", "mean-rank")

    @property
    def asks_evaluators(self) -> bool:
        """Tell whether anything hangs on the order in which each evaluator puts the vendors."""
        by_evaluators = self.by in ("rank-sum", "mean-rank", "first-places")
        return by_evaluators or self.majority is not None or any(each.votes for each in self.ties)


class Stage(Frozen):
    """A stage of the procedure (一次審査, 二次審査): what is judged in it and who goes on."""

    id: Id
    """Named by `--stage`."""
    name: Text
    """As results call it."""
    criteria: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Top criteria of the sheet."""
    carry_over: Flag = True
    """Whether the points of the stages before count in this one."""
    gate: Gate | None = None
    """Who goes on to the next stage; the last stage has none."""
    ranking: Ranking | None = None
    """How the stage ranks. Left out: as the sheet does."""


class Award(Frozen):
    """How many are chosen (優先交渉権者) and how many stand ready (次点)."""

    winners: Positive = 1
    """How many are chosen."""
    reserve: Count = 1
    """How many stand ready."""
    notice: Literal["own", "winner-totals"] = "own"
    """What vendors are told by a notice: `own` points only, or also the points of who is chosen, in
    all and by top criterion, without its name (`winner-totals`). It changes no score."""
