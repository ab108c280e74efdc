"""From the scores of the leaves to the tree of groups, and to the total."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from procscore.formula import Derivation, Input, derive, parse
from procscore.model.bids import Mark
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.result import Score
from procscore.scoring.panel import TOTAL_AGGREGATES, fill, own_points

_SUM = parse("sum(parts)")


def build(
    criterion: Criterion, leaves: Mapping[str, Score], panel_total: "PanelTotal | None"
) -> Score:
    """Return the score of `criterion` with all below it. A group with an unscored part has none."""
    if not criterion.criteria:
        return leaves[criterion.id]
    parts = tuple(build(part, leaves, panel_total) for part in criterion.criteria)
    of = sum((part.of for part in parts), Fraction(0))
    derivation, adds_up = add_up(parts, criterion.id, panel_total)
    return Score(criterion.id, of, derivation, parts, adds_up=adds_up)


def add_up(
    parts: Sequence[Score], group: str | None, panel_total: "PanelTotal | None"
) -> tuple[Derivation | None, bool]:
    """Return how `parts` become the points of their group, and whether it is simply their sum.

    `group` is None for the total of the whole sheet.
    """
    values = [part.points for part in parts]
    points = tuple(value for value in values if value is not None)
    if len(points) < len(values):
        return None, True
    plain = derive(_SUM, (Input("parts", points),))
    if panel_total is None or panel_total.group != group:
        return plain, True
    derivation = panel_total.derivation(parts)
    return derivation, derivation.value == plain.value


class PanelTotal:
    """The panel's points where they come from the evaluators' totals instead of from the criteria.

    A median of totals, or a rounding of the mean of totals, stands at the smallest group that
    holds everything the panel marks; criteria of that group that the panel does not mark are
    added to it.
    """

    def __init__(self, sheet: CriteriaSheet, marks: Mapping[str, Sequence[Mark]]) -> None:
        """Start from one vendor's marks by criterion id."""
        self._leaves = sheet.totalled
        self._sheet = sheet
        self._totals = evaluator_totals(self._leaves, marks)
        self.group = _smallest_group(sheet, self._leaves)

    def derivation(self, parts: Sequence[Score]) -> Derivation:
        """Return the points of the group whose parts are `parts`."""
        panel = self._sheet.panel
        formula = parse(fill(TOTAL_AGGREGATES[panel.aggregate], panel))
        totals = Input("totals", tuple(self._totals.values()))
        rounding = panel.round.rounding if panel.round else None
        whole = derive(formula, (totals,), rounding)
        marked = {leaf.id for leaf in self._leaves}
        others = tuple(
            score.points
            for part in parts
            for score in part.walk()
            if not score.parts and score.criterion not in marked and score.points is not None
        )
        if not others:
            return whole
        inputs = (Input("panel", whole.value, derivation=whole), Input("others", others))
        return derive(parse("panel + sum(others)"), inputs)


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


def _smallest_group(sheet: CriteriaSheet, leaves: Sequence[Leaf]) -> str | None:
    holding = [
        criterion
        for _, criterion in sheet.walk()
        if criterion.criteria and all(leaf.id in criterion.ids for leaf in leaves)
    ]
    return holding[-1].id if holding else None
