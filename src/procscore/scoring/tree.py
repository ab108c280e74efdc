"""From the scores of the leaves to the tree of groups, and to the total."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import NamedTuple

from procscore.formula import Derivation, Formula, Input, derive, parse
from procscore.model.bids import Mark, Vendor
from procscore.model.criteria import Criterion, Leaf
from procscore.model.own_points import own_derivation, own_points
from procscore.model.result import Score
from procscore.scoring.context import Context
from procscore.scoring.panel import TOTAL_AGGREGATES, fill

_SUM = parse("sum(parts)")
_HIGHEST = parse("max(raws)")
_WITHHELD = parse("if(reached >= needed, earned, 0)")


class Best(NamedTuple):
    """The highest points before conversion (`raw`), and the vendors among whom they are the highest."""

    derivation: Derivation
    among: tuple[str, ...]


@dataclass(frozen=True)
class Tree:
    """One vendor's scores, from the leaves up. A group with a part that is not scored has none."""

    context: Context
    vendor: Vendor
    leaves: Mapping[str, Score]
    """What was marked or computed, by id: before it is rescaled or withheld."""
    best: Mapping[str, Best]
    """The highest `raw` among the bids that count, by criterion, as far as it is known."""
    panel_totals: Sequence["PanelTotal"] = ()
    required: "Tree | None" = None
    """Where it is looked up whether a condition is met: for one evaluator's own tree, the panel's."""
    _found: dict[str, Score] = field(default_factory=dict)
    """Scores by criterion: what two others are made of is one object in both their histories."""

    def score(self, criterion: Criterion) -> Score:
        """Return the score of `criterion` with all below it."""
        if criterion.id not in self._found:
            raw = self.raw(criterion)
            self._found[criterion.id] = self._withheld(criterion, self._rescaled(criterion, raw))
        return self._found[criterion.id]

    def raw(self, criterion: Criterion) -> Score:
        """Return the score of `criterion` as marked, or as the sum of its parts."""
        if not criterion.criteria:
            return self.leaves[criterion.id]
        parts = tuple(self.score(part) for part in criterion.criteria)
        derivation, adds_up = self.add_up(parts, criterion.id)
        return Score(criterion.id, _of(parts), derivation, parts, adds_up=adds_up)

    def total(self, counted: Iterable[Criterion]) -> tuple[Derivation | None, bool]:
        """Return how the criteria `counted` become the total, and whether it is simply their sum."""
        return self.add_up([self.score(criterion) for criterion in counted], None)

    def add_up(self, parts: Sequence[Score], group: str | None) -> tuple[Derivation | None, bool]:
        """Return how `parts` become the points of their group, and whether it is simply their sum.

        `group` is None for the total.
        """
        known = tuple(part.derivation for part in parts if part.derivation is not None)
        if len(known) < len(parts):
            return None, True
        plain = derive(_SUM, (_listed("parts", known),))
        panels = self._deciding(parts, group)
        if not panels:
            return plain, True
        derivation = from_totals(panels, parts)
        return derivation, derivation.value == plain.value

    def _deciding(self, parts: Sequence[Score], group: str | None) -> list["PanelTotal"]:
        """Return the panels whose totals give points of `parts`, which make up `group`.

        A panel that stands further down is among them where another's criteria stand beside its.
        """
        inside = {each.criterion for part in parts for each in part.walk()}
        within = [each for each in self.panel_totals if each.leaves <= inside]
        found = [each for each in within if each.group == group]
        below = [each for each in within if each.group not in (group, None)]
        for each in below:
            held = self.context.sheet.by_id[each.group or ""].ids
            if any(not held.isdisjoint(other.leaves) for other in found):
                found.append(each)
        return found

    def _rescaled(self, criterion: Criterion, raw: Score) -> Score:
        rule = criterion.rescale
        if rule is None:
            return raw
        of = criterion.worth * _times(criterion, raw)
        if raw.derivation is None or (rule.relative and criterion.id not in self.best):
            return replace(raw, of=of, derivation=None)
        known = {
            "points": Input("points", of),
            "raw": Input("raw", raw.derivation.value, derivation=raw.derivation),
            "of": Input("of", raw.of),
            **{
                part.criterion: Input(part.criterion, part.points, derivation=part.derivation)
                for part in raw.parts
                if part.points is not None
            },
        }
        if criterion.id in self.best:
            best = self.best[criterion.id].derivation
            known["best"] = Input("best", best.value, derivation=best)
        rounding = rule.round.rounding if rule.round else None
        derivation = self.context.derive(self.vendor, criterion.name, rule.formula, known, rounding)
        among = self.best[criterion.id].among if rule.relative else raw.among
        return replace(raw, of=of, derivation=derivation, among=among)

    def _withheld(self, criterion: Criterion, score: Score) -> Score:
        """Give no points where what they require was not reached (加算点の条件)."""
        rule = criterion.requires
        if rule is None or score.derivation is None:
            return score
        required = (self.required or self).score(self.context.sheet.by_id[rule.criterion])
        if required.points is None:
            return replace(score, derivation=None)
        inputs = (
            Input("reached", required.points, derivation=required.derivation),
            Input("needed", rule.at_least.of(required.of)),
            Input("earned", score.derivation.value, derivation=score.derivation),
        )
        return replace(score, derivation=derive(_WITHHELD, inputs))


def highest(raws: Sequence[Derivation], among: tuple[str, ...]) -> Best:
    """Return the highest of `raws`, which are those of the vendors `among`, in this order."""
    return Best(derive(_HIGHEST, (_listed("raws", raws),)), among)


def _listed(name: str, derivations: Sequence[Derivation]) -> Input:
    """Return a list of computed numbers as an input."""
    return Input(name, tuple(each.value for each in derivations), derivations=tuple(derivations))


def _of(parts: Iterable[Score]) -> Fraction:
    return sum((part.of for part in parts), Fraction(0))


def _times(criterion: Criterion, raw: Score) -> Fraction:
    """Return how often the points of a rescaled criterion count, as those below it do."""
    parts = criterion.criteria or (criterion,)
    worth = sum((part.worth for part in parts), Fraction(0))
    return raw.of / worth if worth else Fraction(1)


class PanelTotal:
    """A panel's points where they come from the evaluators' totals instead of from the criteria.

    A median of totals, or a rounding of the mean of totals, stands at the smallest group that
    holds everything the panel marks in a round; criteria of that group that the panel does not
    mark are added to it.
    """

    def __init__(
        self, context: Context, leaves: Sequence[Leaf], marks: Mapping[str, Sequence[Mark]]
    ) -> None:
        """Start from one vendor's marks by criterion id; `leaves` are one panel's."""
        self.leaves = frozenset(leaf.id for leaf in leaves)
        self._rules = context.sheet.rules_of(leaves[0].panel)
        self._totals = _total_derivations(leaves, marks)
        holding = [
            criterion.id
            for _, criterion in context.sheet.walk()
            if criterion.criteria and self.leaves <= criterion.ids
        ]
        self.group = holding[-1] if holding else None

    def derivation(self) -> Derivation:
        """Return the panel's points for all its leaves together."""
        formula: Formula = parse(fill(TOTAL_AGGREGATES[self._rules.aggregate], self._rules))
        rounding = self._rules.round.rounding if self._rules.round else None
        return derive(formula, (_listed("totals", self._totals),), rounding)


def from_totals(panels: Sequence[PanelTotal], parts: Sequence[Score]) -> Derivation:
    """Return the points of a group: what the panels' totals give, and what they do not mark."""
    wholes = [panel.derivation() for panel in panels]
    marked = frozenset().union(*(panel.leaves for panel in panels))
    outside = (score.derivation for part in parts for score in _outside(part, marked))
    others = tuple(derivation for derivation in outside if derivation is not None)
    if len(wholes) == 1 and not others:
        return wholes[0]
    names = [f"panel{number}" if number > 1 else "panel" for number in range(1, len(wholes) + 1)]
    inputs = [
        Input(name, whole.value, derivation=whole)
        for name, whole in zip(names, wholes, strict=True)
    ]
    text = " + ".join(names)
    if others:
        inputs.append(_listed("others", others))
        text += " + sum(others)"
    return derive(parse(text), inputs)


def _outside(score: Score, marked: frozenset[str]) -> Iterator[Score]:
    """Give the largest scores that hold nothing of what is `marked`."""
    if not any(each.criterion in marked for each in score.walk()):
        yield score
        return
    for part in score.parts:
        yield from _outside(part, marked)


def evaluator_totals(
    leaves: Sequence[Leaf], marks: Mapping[str, Sequence[Mark]]
) -> dict[str, Fraction]:
    """Return each evaluator's total over `leaves` for one vendor, by evaluator id."""
    totals: dict[str, Fraction] = {}
    for leaf in leaves:
        for mark in marks[leaf.id]:
            totals[mark.evaluator] = totals.get(mark.evaluator, Fraction(0)) + own_points(
                leaf, mark
            )
    return totals


def _total_derivations(
    leaves: Sequence[Leaf], marks: Mapping[str, Sequence[Mark]]
) -> list[Derivation]:
    """Return how each evaluator's total over `leaves` came about, in the order of their marks."""
    own: dict[str, list[Derivation]] = {}
    for leaf in leaves:
        for mark in marks[leaf.id]:
            own.setdefault(mark.evaluator, []).append(own_derivation(leaf, mark))
    return [derive(_SUM, (_listed("parts", parts),)) for parts in own.values()]
