"""The criteria sheet (審査基準書): everything that affects a score, as immutable values."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, PrivateAttr

from procscore import exact
from procscore.model.fields import Count, Frozen, Id, Number, Percentage, Text, WrittenFormula
from procscore.model.rules import (
    Award,
    Eligibility,
    Minimum,
    Panel,
    Ranking,
    Requires,
    Rescale,
    Stage,
)
from procscore.model.scores import MARKED, ByFormula, Check, Grades, Marks, Price, Score

FORMAT_VERSION = 1
Path = tuple[str | int, ...]
"""Where a value stands in the sheet: keys and list positions from the top."""


Prices = Literal["open", "optional", "sealed"]
"""Whether amounts must be there, may be there, or are not to be read yet."""
Scale = Annotated[dict[Text, Percentage], Field(min_length=1)]
"""The value of each grade: a share of the points (75%), or a number out of the scale's highest."""


class Source(Frozen):
    """Where the sheet's rules were published, and how much of them it holds."""

    citation: Text
    url: Text | None = None
    coverage: Literal["complete", "excerpt", "illustrative"]


class Amount(Frozen):
    """Money that vendors quote, or that follows from what they quote by `formula`."""

    name: Text
    formula: WrittenFormula | None = None
    tax: Literal["included", "excluded"] | None = None
    term: Text | None = None


class Quantity(Frozen):
    """A declared fact other than money."""

    name: Text
    unit: Text | None = None


class Criterion(Frozen):
    """An item of the sheet, or a group of items. A group's score is inherited by its leaves."""

    id: Id
    name: Text
    points: Number | None = None
    topic: Text | None = None
    note: Text | None = None
    score: Score | None = None
    weight: Number | None = None
    """荷重点: what one point of a mark is worth. `points` is then weight × the highest mark."""
    panel: Id | None = None
    """The panel that marks it, and its parts where they name no other."""
    rescale: Rescale | None = None
    requires: Requires | None = None
    criteria: tuple["Criterion", ...] = ()

    @cached_property
    def worth(self) -> Fraction:
        """Return the points at stake: as written, else the sum of the parts."""
        if self.points is not None:
            return self.points
        return sum((part.worth for part in self.criteria), Fraction(0))

    @cached_property
    def ids(self) -> frozenset[str]:
        """Return the ids of this criterion and of everything below it."""
        return frozenset({self.id}).union(*(part.ids for part in self.criteria))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A criterion without parts, with the score that it has or inherits."""

    criterion: Criterion
    score: Score
    path: Path
    stated: bool
    """Whether the sheet says how it is scored; if not, `score` is the default."""
    panel: str | None = None
    """The panel that marks it; None: the sheet's `panel`."""

    @property
    def id(self) -> str:
        """Return the criterion's id."""
        return self.criterion.id

    @property
    def points(self) -> Fraction:
        """Return the criterion's points."""
        return self.criterion.worth

    @property
    def marked_by(self) -> Literal["panel", "secretariat"] | None:
        """Return who gives a mark, or None where the points are computed."""
        return self.score.by if isinstance(self.score, MARKED) else None

    @property
    def totalled(self) -> bool:
        """Tell whether it is part of an evaluator's total: the panel marks it, and no mere check."""
        return self.marked_by == "panel" and not isinstance(self.score, Check)

    @property
    def compared(self) -> str | None:
        """Return the amount or quantity that is compared with the other bids', None for no such."""
        match self.score:
            case Price(amount=amount):
                return amount
            case ByFormula(compare=compare):
                return compare
            case _:
                return None


class CriteriaSheet(Frozen):
    """A criteria sheet, format version 1."""

    procscore: Count
    id: Text
    title: Text
    authority: Text | None = None
    date: Text | None = None
    source: Source | None = None
    assumptions: tuple[Text, ...] = ()
    points: Number
    amounts: dict[Id, Amount] = Field(default_factory=dict)
    quantities: dict[Id, Quantity] = Field(default_factory=dict)
    scales: dict[Id, Scale] = Field(default_factory=dict)
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    panel: Panel = Panel()
    panels: dict[Id, Panel] = Field(default_factory=dict)
    """Panels beside `panel`, for the criteria that name them."""
    stages: tuple[Stage, ...] = ()
    eligibility: Eligibility = Eligibility()
    ranking: Ranking = Ranking()
    award: Award = Award()
    _prices: Prices = PrivateAttr(default="open")
    _set_aside: frozenset[str] = PrivateAttr(default=frozenset())
    _main_amount: str | None = PrivateAttr(default=None)

    @property
    def prices(self) -> Prices:
        """Return whether amounts must be there, may be there, or are not to be read yet."""
        return self._prices

    @property
    def set_aside(self) -> frozenset[str]:
        """Return the ids of criteria that are not part of this evaluation (see `model.scope`)."""
        return self._set_aside

    def narrowed(
        self,
        prices: Prices,
        set_aside: Iterable[str],
        main_amount: str | None,
    ) -> Self:
        """Return this sheet, made as a part of another, with what it leaves out."""
        self._prices = prices
        self._set_aside = frozenset(set_aside)
        self._main_amount = main_amount
        return self

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Return all leaves in the order of the sheet."""
        return tuple(
            leaf
            for index, criterion in enumerate(self.criteria)
            for leaf in _leaves(criterion, ("criteria", index), None, None)
        )

    @cached_property
    def by_id(self) -> dict[str, Criterion]:
        """Return every criterion, groups too, by its id."""
        return {criterion.id: criterion for _, criterion in self.walk()}

    def walk(self) -> Iterator[tuple[Path, Criterion]]:
        """Give every criterion with its path, a group before its parts."""
        for index, criterion in enumerate(self.criteria):
            yield from _walk(criterion, ("criteria", index))

    @cached_property
    def price_leaves(self) -> tuple[Leaf, ...]:
        """Return the leaves that are scored by price."""
        return tuple(leaf for leaf in self.leaves if isinstance(leaf.score, Price))

    def agreed(self, leaf: Leaf) -> bool:
        """Tell whether the panel that marks `leaf` agrees on one mark (合議)."""
        return leaf.marked_by == "panel" and self.rules_of(leaf.panel).aggregate == "consensus"

    def rules_of(self, panel: str | None) -> Panel:
        """Return the rules of a panel; of the sheet's own for None, and for one that is not known."""
        return self.panel if panel is None else self.panels.get(panel, self.panel)

    @cached_property
    def marking_panels(self) -> dict[str | None, tuple[Leaf, ...]]:
        """Return the leaves that each panel marks, without the panels that mark none."""
        marking: dict[str | None, tuple[Leaf, ...]] = {}
        for leaf in self.needs_marks("panel"):
            marking[leaf.panel] = (*marking.get(leaf.panel, ()), leaf)
        return marking

    @cached_property
    def declared(self) -> dict[str, Amount | Quantity]:
        """Return everything that vendors declare or that follows from it: amounts, quantities."""
        return {**self.amounts, **self.quantities}

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """Return the ids of the amounts that vendors quote themselves."""
        return tuple(key for key, amount in self.amounts.items() if amount.formula is None)

    @cached_property
    def main_amount(self) -> str | None:
        """Return the amount that an unnamed ceiling speaks of, or None where it is not clear.

        It is the only amount, else the only one that is scored by price, else none.
        """
        if self._main_amount is not None:
            return self._main_amount
        if len(self.amounts) == 1:
            return next(iter(self.amounts))
        scored = {leaf.score.amount for leaf in self.price_leaves if isinstance(leaf.score, Price)}
        return scored.pop() if len(scored) == 1 else None

    def score_path(self, leaf: Leaf) -> Path:
        """Return the path of the score that a leaf has or inherits."""
        stated = {path for path, criterion in self.walk() if criterion.score is not None}
        path = leaf.path
        while len(path) > 2 and path not in stated:  # noqa: PLR2004 - ("criteria", index) is the top
            path = path[:-2]
        return (*path, "score")

    @cached_property
    def all_minimums(self) -> tuple[tuple[Path, Minimum], ...]:
        """Return the minimums of the sheet and of the gates, with their paths."""
        lists: list[tuple[Path, tuple[Minimum, ...]]] = [
            (("eligibility", "minimums"), self.eligibility.minimums)
        ]
        for number, stage in enumerate(self.stages):
            if stage.gate is not None:
                lists.append((("stages", number, "gate", "minimums"), stage.gate.minimums))
        return tuple(
            ((*path, index), each) for path, found in lists for index, each in enumerate(found)
        )

    def mark_value(self, leaf: Leaf, written: str) -> Fraction | None:
        """Return the value of a mark that a rule names (a veto), None where it cannot be given."""
        match leaf.score:
            case Grades(scale=scale) if written in self.scales.get(scale, ()):
                return self.grade_value(scale, written)
            case Marks():
                with suppress(exact.NotANumberError):
                    return exact.parse(written).value
            case _:
                pass
        return None

    def grade_value(self, scale: str, grade: str) -> Fraction:
        """Return a grade's share of the points: 75% is 3/4, 3 of a scale up to 5 is 3/5."""
        share = self.scales[scale][grade]
        if share.percent:
            return share.value
        return share.value / max(each.value for each in self.scales[scale].values())

    def mark_range(self, leaf: Leaf) -> tuple[Fraction, Fraction]:
        """Return the lowest and the highest value of a mark for `leaf` (grades as shares)."""
        match leaf.score:
            case Marks():
                return leaf.score.range(leaf.points)
            case Grades(scale=scale):
                values = [self.grade_value(scale, grade) for grade in self.scales[scale]]
                return min(values), max(values)
            case _:
                return Fraction(0), Fraction(1)

    def point_range(self, leaf: Leaf) -> tuple[Fraction, Fraction]:
        """Return the fewest and the most points that `leaf` can have.

        Grades and marks may be negative where the sheet says so; everything else starts at 0.
        """
        match leaf.score:
            case Marks():
                lowest, _highest = leaf.score.range(leaf.points)
                full = leaf.score.full(leaf.points)
                return min(Fraction(0), lowest * leaf.points / full), leaf.points
            case Grades():
                lowest, _ = self.mark_range(leaf)
                return min(Fraction(0), lowest * leaf.points), leaf.points
            case _:
                return Fraction(0), leaf.points

    @cached_property
    def totalled(self) -> tuple[Leaf, ...]:
        """Return the leaves that make up an evaluator's total: the panel's, but no mere checks."""
        return tuple(leaf for leaf in self.leaves if leaf.totalled)

    def totals_decide(self, panel: str | None) -> bool:
        """Tell whether a panel's points can differ from the sum of its criteria's points.

        A median of totals does, and a rounding of what was aggregated over totals.
        """
        rules = self.rules_of(panel)
        return rules.over == "totals" and (rules.aggregate == "median" or rules.round is not None)

    def needs_marks(self, by: Literal["panel", "secretariat"]) -> tuple[Leaf, ...]:
        """Return the leaves that the panel, or the secretariat, must mark."""
        return tuple(leaf for leaf in self.leaves if leaf.marked_by == by)


def _walk(criterion: Criterion, path: Path) -> Iterator[tuple[Path, Criterion]]:
    yield path, criterion
    for index, part in enumerate(criterion.criteria):
        yield from _walk(part, (*path, "criteria", index))


def _leaves(
    criterion: Criterion, path: Path, inherited: Score | None, panel: str | None
) -> Iterator[Leaf]:
    score, panel = criterion.score or inherited, criterion.panel or panel
    if not criterion.criteria:
        yield Leaf(criterion, score or Marks(), path, stated=score is not None, panel=panel)
    for index, part in enumerate(criterion.criteria):
        yield from _leaves(part, (*path, "criteria", index), score, panel)
