"""Between which points a criterion ends for whoever is still in: what minimums are held against.

The range holds every value that can come about; its ends are reached wherever marks are given, and
can be too far out where points follow from amounts or from a formula that names something twice.
Points outside a criterion's own are errors when bids are scored, so they are left out.

With `sum` all figures are those of one evaluator, for everything counts as often on both sides.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from procscore.exact import Rounding
from procscore.formula import names
from procscore.formula.bounds import Bounds, bounds
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.rounds import rounds
from procscore.model.rules import Panel
from procscore.model.scores import Check, Grades, Marks

_ZERO = Fraction(0)


class Range(NamedTuple):
    """The fewest and the most points."""

    low: Fraction | None
    """None where it cannot be told how few."""
    high: Fraction


class _Decided(NamedTuple):
    """A panel whose points come from the evaluators' totals in a round."""

    leaves: frozenset[str]
    rules: Panel
    group: str | None
    """The smallest group that holds all of them, None for the total."""


class Attainable:
    """The ranges of a faultless sheet; `own`: on one evaluator's sheet, before the panel's rules."""

    def __init__(self, sheet: CriteriaSheet, *, own: bool = False) -> None:
        self._sheet = sheet
        self._own = own

    def of(self, criterion: Criterion) -> Range:
        """Return the range of a criterion."""
        raw = (
            self.together(criterion.criteria, criterion.id)
            if criterion.criteria
            else self._leaf(self._leaves[criterion.id])
        )
        found = self._rescaled(criterion, raw)
        if criterion.requires is None:
            return found
        low = None if found.low is None else min(_ZERO, found.low)
        return Range(low, max(_ZERO, found.high))

    def together(self, criteria: Sequence[Criterion], group: str | None = None) -> Range:
        """Return the range of the parts of `group`, or of the criteria that make up the total."""
        inside = frozenset().union(*(each.ids for each in criteria))
        deciding = self._deciding(inside, group)
        marked = frozenset().union(*(each.leaves for each in deciding))
        others = [self.of(each) for each in _outside(criteria, marked)]
        return added([*(self._total(each) for each in deciding), *others])

    @cached_property
    def _leaves(self) -> dict[str, Leaf]:
        return {leaf.id: leaf for leaf in self._sheet.leaves}

    def _leaf(self, leaf: Leaf) -> Range:
        rules = self._sheet.rules_of(leaf.panel)
        averaged = leaf.totalled and rules.over == "criteria" and not self._own
        written = None if self._own else leaf.round
        stated = written or (rules.round if averaged else None)
        found = self._marked(leaf)
        if stated is None:
            return found
        summed = averaged and rules.aggregate == "sum"
        return _capped(_rounded(found, stated.rounding, summed=summed), leaf.points)

    def _marked(self, leaf: Leaf) -> Range:
        """Return the range of a leaf's points before they are rounded."""
        match leaf.score:
            case Check(fail="exclude"):  # who fails it is out
                return Range(leaf.points, leaf.points)
            case Marks():
                low, high = leaf.score.range(leaf.points)
                worth = leaf.points / leaf.score.full(leaf.points)
                return Range(low * worth, high * worth)
            case Grades():
                low, high = self._sheet.mark_range(leaf)
                return Range(low * leaf.points, high * leaf.points)
            case _:
                return Range(_ZERO, leaf.points)

    @cached_property
    def _decided(self) -> tuple[_Decided, ...]:
        if self._own:
            return ()
        found = []
        for judged in rounds(self._sheet):
            for panel in self._sheet.marking_panels:
                ids = frozenset(
                    leaf.id for leaf in judged.leaves if leaf.totalled and leaf.panel == panel
                )
                if ids and self._sheet.totals_decide(panel):
                    holding = [
                        each.id
                        for _, each in self._sheet.walk()
                        if each.criteria and ids <= each.ids
                    ]
                    group = holding[-1] if holding else None
                    found.append(_Decided(ids, self._sheet.rules_of(panel), group))
        return tuple(found)

    def _deciding(self, inside: frozenset[str], group: str | None) -> list[_Decided]:
        """Return the panels whose totals give points of `inside`, as the scoring chooses them."""
        within = [each for each in self._decided if each.leaves <= inside]
        found = [each for each in within if each.group == group]
        for each in within:
            if each.group in (group, None):
                continue
            held = self._sheet.by_id[each.group or ""].ids
            if any(not held.isdisjoint(other.leaves) for other in found):
                found.append(each)
        return found

    def _total(self, decided: _Decided) -> Range:
        found = added(self._marked(self._leaves[each]) for each in decided.leaves)
        if decided.rules.round is None:
            return found
        summed = decided.rules.aggregate == "sum"
        return _rounded(found, decided.rules.round.rounding, summed=summed)

    def _rescaled(self, criterion: Criterion, raw: Range) -> Range:
        rule = criterion.rescale
        if rule is None:
            return raw
        least = None if self._may_be_negative(criterion) else _ZERO
        found = raw.low is not None and bounds(rule.formula.term, self._known(criterion, raw))
        if not found:
            return Range(least, criterion.worth)
        low, high = found
        if rule.round is not None:
            low, high = rule.round.rounding(low), rule.round.rounding(high)
        low = low if least is None else max(least, low)
        return _capped(Range(low, high), criterion.worth)

    def _may_be_negative(self, criterion: Criterion) -> bool:
        """Tell whether points below zero are no error when bids are scored."""
        return any(
            self._sheet.point_range(self._leaves[each])[0] < 0
            for each in criterion.ids & self._leaves.keys()
        )

    def _known(self, criterion: Criterion, raw: Range) -> dict[str, Bounds]:
        """Return the bounds of what a rescale formula may name, as far as they are known."""
        of = sum((part.worth for part in criterion.criteria or (criterion,)), _ZERO)
        ranges = {"raw": raw, "best": raw}
        named = set(names(criterion.rescale.formula)) if criterion.rescale else set()
        ranges |= {part.id: self.of(part) for part in criterion.criteria if part.id in named}
        fixed = {"points": criterion.worth, "of": of}
        return {
            **{name: Bounds(value, value) for name, value in fixed.items()},
            **{
                name: Bounds(each.low, each.high)
                for name, each in ranges.items()
                if each.low is not None
            },
        }


def added(ranges: Iterable[Range]) -> Range:
    """Return the range of a sum."""
    low: Fraction | None = _ZERO
    high = _ZERO
    for each in ranges:
        low = None if low is None or each.low is None else low + each.low
        high += each.high
    return Range(low, high)


def _capped(found: Range, points: Fraction) -> Range:
    return Range(found.low, min(found.high, points))


def _rounded(found: Range, rounding: Rounding, *, summed: bool) -> Range:
    """Return what the ends become: a rounding never puts the greater before the less.

    What many evaluators give together is rounded as a sum; shared out, that changes it by less than
    one unit.
    """
    if summed:
        unit = Fraction(1, 10**rounding.places)
        return Range(None if found.low is None else found.low - unit, found.high + unit)
    return Range(None if found.low is None else rounding(found.low), rounding(found.high))


def _outside(criteria: Iterable[Criterion], marked: frozenset[str]) -> Iterator[Criterion]:
    """Give the largest criteria that hold nothing of what is `marked`."""
    for each in criteria:
        if each.ids.isdisjoint(marked):
            yield each
        elif each.id not in marked:
            yield from _outside(each.criteria, marked)
