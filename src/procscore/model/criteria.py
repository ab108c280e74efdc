"""The criteria sheet (審査基準書): everything that affects a score, as immutable values."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, PrivateAttr, WithJsonSchema

from procscore import exact
from procscore.model.declared import Amount, Quantity, Source
from procscore.model.fields import (
    Count,
    Frozen,
    Id,
    Number,
    Percentage,
    Round,
    Sentence,
    Text,
)
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
from procscore.model.topics import UNNAMED_PRICE, Topic

FORMAT_VERSION = 1
Path = tuple[str | int, ...]
"""Where a value stands in the sheet: keys and list positions from the top."""


Prices = Literal["open", "optional", "sealed"]
"""Whether amounts must be there, may be there, or are not to be read yet."""
Scale = Annotated[dict[Text, Percentage], Field(min_length=1)]
"""The value of each grade: a share of the points (75%), or a number out of the scale's highest."""


class Criterion(Frozen):
    """An item of the sheet, or a group of items. A group's score is inherited by its leaves."""

    id: Id
    """By which formulas, rules and score sheets name it."""
    name: Text
    """As it is published."""
    points: Number | None = None
    """The most that it is worth; of a group, where it is written, the sum of its parts."""
    topic: Topic | None = None
    """What it is about, for comparisons; its parts inherit it."""
    note: Text | None = None
    """What else a reader should know of it."""
    score: Score | None = None
    """How it gets its points; its parts inherit it. `method` says which keys there are."""
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
    topic: str | None = None
    """What it is about, as it says or inherits; what is scored by price is about the total price."""

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
    def round(self) -> Round | None:
        """Return the rounding that its score states for its points."""
        return None if isinstance(self.score, Check) else self.score.round

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

    procscore: Annotated[Count, WithJsonSchema({"const": FORMAT_VERSION})]
    """The version of the format."""
    id: Text
    """By which the sheet is named; a built-in one is called like its file."""
    title: Text
    """What the sheet is for."""
    authority: Text | None = None
    """The body whose rules these are."""
    date: Text | None = None
    """When the rules were published, or the year."""
    source: Source | None = None
    assumptions: tuple[Sentence, ...] = ()
    """What the source does not say and the sheet supplies; shown with every result."""
    points: Number
    """The sum of all points."""
    amounts: dict[Id, Amount] = Field(default_factory=dict)
    quantities: dict[Id, Quantity] = Field(default_factory=dict)
    scales: dict[Id, Scale] = Field(default_factory=dict)
    """Grades, by the name of their scale: `five: {A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}`."""
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
            for leaf in _leaves(criterion, ("criteria", index), _Inherited())
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

    def overridden(self, leaf: Leaf) -> bool:
        """Tell whether a mark that the panel agrees on counts for `leaf` where one is given."""
        return leaf.marked_by == "panel" and self.rules_of(leaf.panel).consensus == "overrides"

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
        path = leaf.path
        while len(path) > 2 and path not in self._scored_at:  # noqa: PLR2004 - ("criteria", index) is the top
            path = path[:-2]
        return (*path, "score")

    @cached_property
    def _scored_at(self) -> frozenset[Path]:
        """Return the paths of the criteria that state a score themselves."""
        return frozenset(path for path, criterion in self.walk() if criterion.score is not None)

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

    def summed(self, leaf: Leaf) -> bool:
        """Tell whether the points of `leaf` count once for each evaluator of its panel (`sum`).

        What is given once (price, the secretariat's) counts as often, unless `shared` says once.
        """
        rules = self.rules_of(leaf.panel)
        by_panel = rules.aggregate == "sum" and leaf.panel in self.marking_panels
        return by_panel and (rules.shared == "each" or leaf.totalled)

    def leaves_of(self, criterion: Criterion) -> tuple[Leaf, ...]:
        """Return the leaves of a group, or a leaf itself."""
        return tuple(leaf for leaf in self.leaves if leaf.id in criterion.ids)

    def name_of(self, named: str) -> str:
        """Return the name of a criterion, amount or quantity, its id where there is none such."""
        about = self.by_id.get(named) or self.declared.get(named)
        return about.name if about else named

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


class _Inherited(NamedTuple):
    """What a criterion hands down to its parts."""

    score: Score | None = None
    panel: str | None = None
    topic: str | None = None


def _walk(criterion: Criterion, path: Path) -> Iterator[tuple[Path, Criterion]]:
    yield path, criterion
    for index, part in enumerate(criterion.criteria):
        yield from _walk(part, (*path, "criteria", index))


def _leaves(criterion: Criterion, path: Path, above: _Inherited) -> Iterator[Leaf]:
    inherited = _Inherited(
        criterion.score or above.score,
        criterion.panel or above.panel,
        criterion.topic or above.topic,
    )
    if not criterion.criteria:
        score, panel, topic = inherited
        if topic is None and isinstance(score, Price):
            topic = UNNAMED_PRICE
        stated = score is not None
        yield Leaf(criterion, score or Marks(), path, stated=stated, panel=panel, topic=topic)
    for index, part in enumerate(criterion.criteria):
        yield from _leaves(part, (*path, "criteria", index), inherited)
