"""The points of a procurement computed once more, without any of procscore's own arithmetic.

Marks, amounts and rules come from a criteria sheet and an invented procurement; means, prices,
formulas and roundings are worked out here, the plain way, on fractions. Nobody is out in such a
procurement, so that every vendor counts everywhere. Rules that are not simple are not computed:
`beyond` names those of a sheet.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.fields import Round
from procscore.model.scores import ByFormula, Check, Grades, Price
from support.procurement import Invented

Points = dict[str, dict[str, Fraction]]
"""By vendor, then by criterion."""

AGGREGATES: dict[str, Callable[[Sequence[Fraction]], Fraction]] = {
    "mean": lambda marks: sum(marks) / len(marks),
    "median": lambda marks: (
        (sorted(marks)[(len(marks) - 1) // 2] + sorted(marks)[len(marks) // 2]) / 2
    ),
    "consensus": lambda marks: marks[0],
}
ROUNDS_UP: dict[str, Callable[[int, Fraction], bool]] = {
    "half-up": lambda _, rest: rest >= Fraction(1, 2),
    "half-even": lambda whole, rest: rest > Fraction(1, 2) or (2 * rest == 1 and whole % 2 == 1),
    "down": lambda _, rest: False,
    "up": lambda _, rest: rest > 0,
}
"""Whether what is left of the last digit makes it one more."""


def beyond(sheet: CriteriaSheet) -> list[str]:
    """Return the rules of a sheet that are not computed here."""
    panels = [sheet.rules_of(panel) for panel in sheet.marking_panels]
    named = {
        "sum": any(each.aggregate == "sum" for each in panels),
        "trimmed-mean": any(each.aggregate == "trimmed-mean" for each in panels),
        "rounded or median totals": any(sheet.totals_decide(each) for each in sheet.marking_panels),
        "points on a condition": any(each.requires for _, each in sheet.walk()),
        f"ranking by {sheet.ranking.by}": sheet.ranking.by not in ("points", "rank-sum"),
        "a gate that keeps some": any(each.gate and each.gate.top for each in sheet.stages),
    }
    return [rule for rule, has in named.items() if has]


def rounded(value: Fraction, rule: Round | None) -> Fraction:
    """Round away from or toward zero, as on paper; None leaves the value as it is."""
    if rule is None:
        return value
    whole, rest = divmod(abs(value) * 10**rule.places, 1)
    last = whole + ROUNDS_UP[rule.mode](whole, rest)
    return Fraction(last, 10**rule.places) * (-1 if value < 0 else 1)


def points(invented: Invented) -> Points:
    """Return the points of every criterion, groups too, by vendor."""
    sheet, vendors = invented.sheet, invented.vendors
    leaves = {leaf.id: leaf for leaf in sheet.leaves}
    declared = {each: _declared(sheet, entry) for each, entry in vendors.items()}
    found: Points = {each: {} for each in vendors}
    for criterion in _parts_first(sheet.criteria):
        if criterion.criteria:
            raw = {
                each: sum(found[each][part.id] for part in criterion.criteria) for each in vendors
            }
            of = sum(part.worth for part in criterion.criteria)
        else:
            raw = _of_leaf(invented, leaves[criterion.id], declared)
            of = criterion.worth
        for vendor, value in raw.items():
            found[vendor][criterion.id] = value
            if criterion.rescale is not None:
                parts = {part.id: found[vendor][part.id] for part in criterion.criteria}
                known = {"raw": value, "of": of, "best": max(raw.values())}
                text = criterion.rescale.formula.text
                scaled = value_of(text, {**parts, **known, "points": criterion.worth})
                found[vendor][criterion.id] = rounded(scaled, criterion.rescale.round)
    return found


def total(invented: Invented, of_vendor: Mapping[str, Fraction]) -> Fraction:
    """Return what counts in the end: everything, or what the stages carry over to the last one."""
    sheet = invented.sheet
    counted = {each.id for each in sheet.criteria}
    if sheet.stages:
        counted = set()
        for stage in sheet.stages:
            counted = {*(counted if stage.carry_over else ()), *stage.criteria}
    return sum((of_vendor[each.id] for each in sheet.criteria if each.id in counted), Fraction(0))


def order(invented: Invented, totals: Mapping[str, Fraction]) -> list[str]:
    """Return the vendors, first to last. Raises AssertionError where some of them are equal."""
    values = dict(totals)
    if invented.sheet.ranking.by == "rank-sum":
        values = dict.fromkeys(totals, Fraction(0))
        for evaluator in invented.evaluators:
            for vendor, place in _places(invented, evaluator).items():
                values[vendor] -= place
    assert len(set(values.values())) == len(values), f"vendors are tied: {values}"
    return sorted(values, key=lambda vendor: -values[vendor])


def value_of(text: str, known: Mapping[str, Fraction]) -> Fraction:
    """Return the value of a formula of the scoring language, read as if it were Python."""
    python = re.sub(r"(?<![\w.])(\d+(?:\.\d+)?)(%?)", r"number('\1', '\2')", text)
    python = python.replace("<>", "!=").replace("×", "*").replace("÷", "/")
    python = re.sub(r"(?<![<>!=])=(?!=)", "==", python).replace("if(", "choose(")
    return Fraction(eval(python, {"__builtins__": {}}, {**FUNCTIONS, **known}))  # noqa: S307


def _number(digits: str, percent: str) -> Fraction:
    return Fraction(digits) / (100 if percent else 1)


FUNCTIONS: dict[str, Callable[..., object]] = {
    "number": _number,
    "choose": lambda condition, then, otherwise: then if condition else otherwise,
    "min": min,
    "max": max,
    "sum": lambda *values: sum(values),
    "clamp": lambda value, least, most: min(max(value, least), most),
    "round": lambda value, places: rounded(value, Round(places=str(places), mode="half-up")),
    "down": lambda value, places: rounded(value, Round(places=str(places), mode="down")),
}


def _parts_first(criteria: Sequence[Criterion]) -> Iterator[Criterion]:
    for criterion in criteria:
        yield from _parts_first(criterion.criteria)
        yield criterion


def _declared(sheet: CriteriaSheet, entry: Mapping[str, object]) -> dict[str, Fraction]:
    """Return the amounts and quantities of a vendor; those that follow from others come last."""
    known = {each: Fraction(str(entry[each])) for each in sheet.declared if each in entry}
    for _ in sheet.amounts:
        for key, amount in sheet.amounts.items():
            if key not in known and amount.formula:
                try:
                    known[key] = value_of(amount.formula.text, known)
                except NameError:  # it follows from one that is not known yet
                    continue
    return known


def _of_leaf(
    invented: Invented, leaf: Leaf, declared: Mapping[str, Mapping[str, Fraction]]
) -> dict[str, Fraction]:
    """Return the points of a leaf by vendor, before it is rescaled."""
    score, found = leaf.score, {}
    for vendor, entry in invented.vendors.items():
        if isinstance(score, Price | ByFormula):
            amount = score.amount if isinstance(score, Price) else score.compare
            every = [each[amount] for each in declared.values()] if amount else []
            known = {**declared[vendor], "points": leaf.points, **invented.figures}
            if every:
                known |= {"lowest": min(every), "highest": max(every), "count": len(every)}
                known |= {"average": sum(every) / len(every)}
            if isinstance(score, Price):
                known["price"] = declared[vendor][amount]
                known |= {"ceiling": invented.ceilings.get(amount, Fraction(0))}
            found[vendor] = rounded(value_of(score.formula.text, known), score.round)
            continue
        given = entry[leaf.id]
        marks = list(given.values()) if isinstance(given, dict) else [given]
        values = [_share(invented.sheet, leaf, mark) * leaf.points for mark in marks]
        found[vendor] = _together(invented.sheet, leaf, values)
    return found


def _together(sheet: CriteriaSheet, leaf: Leaf, values: Sequence[Fraction]) -> Fraction:
    """Return one score of several marks, each as points."""
    if isinstance(leaf.score, Check):
        return values[0]  # everybody says yes
    rules = sheet.rules_of(leaf.panel)
    if leaf.marked_by == "secretariat":
        return rounded(values[0], leaf.score.round)
    over_criteria = rules.round if rules.over == "criteria" else None
    return rounded(AGGREGATES[rules.aggregate](values), leaf.score.round or over_criteria)


def _share(sheet: CriteriaSheet, leaf: Leaf, mark: str) -> Fraction:
    """Return which share of the points a mark is worth."""
    if isinstance(leaf.score, Check):
        assert mark == "○"
        return Fraction(1)
    if isinstance(leaf.score, Grades):
        scale = sheet.scales[leaf.score.scale]
        whole = 1 if scale[mark].percent else max(each.value for each in scale.values())
        return scale[mark].value / whole
    if leaf.score.to is not None:
        return Fraction(mark) / leaf.score.to
    return Fraction(mark) / (max(leaf.score.allowed) if leaf.score.allowed else leaf.points)


def _places(invented: Invented, evaluator: str) -> Mapping[str, int]:
    """Return the places that an evaluator gives: its own ranks, else those of its marks' sums."""
    if evaluator in invented.own_ranks:
        return invented.own_ranks[evaluator]
    sums = {
        vendor: sum(
            _share(invented.sheet, leaf, entry[leaf.id][evaluator]) * leaf.points
            for leaf in invented.marked_by(evaluator)
        )
        for vendor, entry in invented.vendors.items()
    }
    assert len(set(sums.values())) == len(sums)
    return {each: 1 + sum(other > value for other in sums.values()) for each, value in sums.items()}
