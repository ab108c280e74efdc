"""How many evaluators become one score: marks → points of a criterion (order of work, step 3)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from procscore.exact import Rounding
from procscore.formula import Derivation, Formula, Input, derive, names, parse
from procscore.model.bids import Mark
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.result import Score
from procscore.model.rules import Panel
from procscore.model.scores import Check, Grades, Marks

AGGREGATES: dict[str, str] = {
    "mean": "mean(marks)",
    "median": "median(marks)",
    "sum": "sum(marks)",
    "trimmed-mean": "trimmed_mean(marks, {highest}, {lowest})",
    "consensus": "mean(marks)",  # of the one mark that was agreed
}
VOTES: dict[str, str] = {
    "any": "if(sum(marks) = count, points, 0)",
    "majority": "if(2 * sum(marks) >= count, points, 0)",
    "all": "if(sum(marks) > 0, points, 0)",
}
"""When a check is passed, by how many evaluators must say no for it to fail (yes = 1, no = 0)."""
EVEN_VOTES: dict[str, str] = {
    "pass": VOTES["majority"],
    "fail": "if(2 * sum(marks) > count, points, 0)",
    "chair": "if(2 * sum(marks) = count, points * chair, if(2 * sum(marks) > count, points, 0))",
}
"""`votes: majority`, by what an even split means."""
CARRIED: dict[str, Callable[[int, int], bool]] = {
    "any": lambda yes, _count: yes > 0,
    "majority": lambda yes, count: 2 * yes > count,
    "all": lambda yes, count: 0 < count == yes,
}
"""Whether so many of so many evaluators carry a decision."""
TOTAL_AGGREGATES: dict[str, str] = {
    "mean": "mean(totals)",
    "median": "median(totals)",
    "sum": "sum(totals)",
    "trimmed-mean": "trimmed_mean(totals, {highest}, {lowest})",
    "consensus": "sum(totals)",
}


def fill(text: str, panel: Panel) -> str:
    """Return an aggregate's formula with the sheet's numbers of trimmed marks."""
    return text.format(highest=panel.trim.highest, lowest=panel.trim.lowest)


def from_marks(
    sheet: CriteriaSheet,
    leaf: Leaf,
    marks: Sequence[Mark],
    of: Fraction,
    chair: str | None = None,
) -> Score:
    """Return the score of a leaf by the panel's own marks. `chair` is the id of the panel's chair."""
    derivation = _aggregated(sheet, leaf, marks, chair)
    return Score(leaf.id, of, derivation, marks=tuple(marks))


def from_agreed(
    sheet: CriteriaSheet,
    leaf: Leaf,
    mark: Mark,
    of: Fraction,
    own: Sequence[Mark],
    chair: str | None = None,
) -> Score:
    """Return the score of a leaf by the one mark that the panel agreed on (合議).

    `own` are the evaluators' own marks as they would count; blanks are none. What they would have
    given stays with the score: by the panel's aggregate, with `aggregate: consensus` by their mean.
    """
    rules = sheet.rules_of(leaf.panel)
    formula = _scaled(leaf, AGGREGATES["consensus"])
    given = tuple(each for each in own if each.value is not None)
    decided = _decide(leaf, rules, given, chair)
    return Score(
        leaf.id,
        of,
        _derive(leaf, formula, (mark,), _panel_rounding(leaf, rules)),
        marks=(mark,),
        originals=given,
        agreed=True,
        before=_aggregated(sheet, leaf, given, chair) if decided else None,
    )


def _decide(leaf: Leaf, rules: Panel, own: Sequence[Mark], chair: str | None) -> bool:
    """Tell whether the evaluators' own marks alone would give points: some may have been left blank."""
    if isinstance(leaf.score, Check):
        by_chair = leaf.score.votes == "majority" and leaf.score.even == "chair"
        even = 2 * sum(mark.value == 1 for mark in own) == len(own)
        chairs = any(mark.evaluator == chair for mark in own)
        return bool(own) and (chairs or not (by_chair and even))
    trimmed = rules.trim.highest + rules.trim.lowest if rules.aggregate == "trimmed-mean" else 0
    return len(own) > trimmed


def _aggregated(
    sheet: CriteriaSheet, leaf: Leaf, marks: Sequence[Mark], chair: str | None
) -> Derivation:
    """Return the points that the evaluators' own marks give."""
    rules = sheet.rules_of(leaf.panel)
    formula = _scaled(leaf, fill(AGGREGATES[rules.aggregate], rules))
    return _derive(leaf, formula, marks, _panel_rounding(leaf, rules), chair)


def _panel_rounding(leaf: Leaf, rules: Panel) -> Rounding | None:
    averaged = rules.over == "criteria" and leaf.totalled
    return _rounding(leaf, rules if averaged else None)


def from_kept_marks(leaf: Leaf, marks: Sequence[Mark], dropped: frozenset[str]) -> Score:
    """Return the score of a leaf over the evaluators that trimming by totals kept.

    The same evaluators are left out for every criterion of a vendor, so its parts still add up.
    """
    kept = [mark for mark in marks if mark.evaluator not in dropped]
    derivation = _derive(leaf, _scaled(leaf, AGGREGATES["mean"]), kept, _rounding(leaf, None))
    return Score(leaf.id, leaf.points, derivation, marks=tuple(marks), left_out=dropped)


def from_secretariat(leaf: Leaf, mark: Mark) -> Score:
    """Return the score of a leaf that has one mark, the secretariat's."""
    derivation = _derive(leaf, _scaled(leaf, "sum(marks)"), (mark,), _rounding(leaf, None))
    return Score(leaf.id, leaf.points, derivation, marks=(mark,))


def passed(leaf: Leaf, marks: Sequence[Mark], chair: str | None = None) -> bool:
    """Tell whether the check `leaf` is passed, whatever points it carries."""
    if not isinstance(leaf.score, Check):
        raise TypeError(leaf.id)
    formula = _check_formula(leaf.score)
    inputs = _inputs(leaf, formula, marks, chair)
    given = [each if each.name != "points" else Input("points", Fraction(1)) for each in inputs]
    return derive(formula, given).value > 0


def after_veto(
    sheet: CriteriaSheet, leaf: Leaf, marks: Sequence[Mark]
) -> tuple[tuple[Mark, ...], tuple[str, ...]]:
    """Return the marks as they count, and the evaluators whose veto stands.

    A veto that too few evaluators gave does not stand; its marks then count as the sheet says, and
    keep what was given beside it.
    """
    veto = leaf.score.veto if isinstance(leaf.score, Marks | Grades) else None
    if veto is None:
        return tuple(marks), ()
    vetoed = sheet.mark_value(leaf, veto.mark)
    said = tuple(mark.evaluator for mark in marks if mark.value == vetoed)
    if CARRIED[veto.votes](len(said), len(marks)):
        return tuple(marks), said
    if veto.otherwise is None:
        return tuple(marks), ()
    instead = sheet.mark_value(leaf, veto.otherwise)
    return tuple(
        mark._replace(value=instead, given=mark.value) if mark.value == vetoed else mark
        for mark in marks
    ), ()


def dropped_evaluators(
    totals: Mapping[str, Fraction], marks: Mapping[str, Sequence[Mark]], panel: Panel
) -> frozenset[str]:
    """Return the evaluators that trimming leaves out of a vendor's totals.

    `marks` are that vendor's by criterion. Among equal totals the marks themselves decide, never a
    name or a place in the workbook: who has the same marks is the same to the result.
    """
    given = _by_evaluator(totals, marks)
    ordered = sorted(totals, key=lambda each: (totals[each], given[each], each))
    highest = ordered[len(ordered) - panel.trim.highest :] if panel.trim.highest else []
    return frozenset([*ordered[: panel.trim.lowest], *highest])


def equals_at_the_cut(
    totals: Mapping[str, Fraction], marks: Mapping[str, Sequence[Mark]], dropped: frozenset[str]
) -> tuple[str, ...]:
    """Return the evaluators of whom trimming had to choose some: equal totals, different marks."""
    given = _by_evaluator(totals, marks)
    chosen = [
        (out, kept)
        for out in dropped
        for kept in totals.keys() - dropped
        if totals[out] == totals[kept] and given[out] != given[kept]
    ]
    concerned = {each for pair in chosen for each in pair}
    return tuple(evaluator for evaluator in totals if evaluator in concerned)


def _by_evaluator(
    evaluators: Iterable[str], marks: Mapping[str, Sequence[Mark]]
) -> dict[str, list[Fraction]]:
    """Return each evaluator's marks in an order that no workbook decides: by criterion id."""
    return {
        evaluator: [
            mark.value or Fraction(0)
            for criterion in sorted(marks)
            for mark in marks[criterion]
            if mark.evaluator == evaluator
        ]
        for evaluator in evaluators
    }


def _scaled(leaf: Leaf, aggregate: str) -> Formula:
    """Return the formula that brings a mark to the criterion's points."""
    match leaf.score:
        case Check():
            return _check_formula(leaf.score)
        case Marks() if leaf.criterion.weight is not None:
            return parse(f"weight * {aggregate}")
        case Grades():
            return parse(f"points * {aggregate}")
        case Marks() if leaf.score.full(leaf.points) == leaf.points:
            return parse(aggregate)
        case _:
            return parse(f"points * {aggregate} / to")


def _check_formula(check: Check) -> Formula:
    return parse(EVEN_VOTES[check.even] if check.votes == "majority" else VOTES[check.votes])


def _derive(
    leaf: Leaf,
    formula: Formula,
    marks: Sequence[Mark],
    rounding: Rounding | None,
    chair: str | None = None,
) -> Derivation:
    return derive(formula, _inputs(leaf, formula, marks, chair), rounding)


def _inputs(
    leaf: Leaf, formula: Formula, marks: Sequence[Mark], chair: str | None = None
) -> list[Input]:
    values = tuple(mark.value for mark in marks if mark.value is not None)
    every = [
        Input("points", leaf.points),
        Input("marks", values, tuple(mark.where for mark in marks)),
        Input("count", Fraction(len(values))),
    ]
    if isinstance(leaf.score, Marks):
        every.append(Input("to", leaf.score.full(leaf.points)))
    if leaf.criterion.weight is not None:
        every.append(Input("weight", leaf.criterion.weight))
    every.extend(
        Input("chair", mark.value, (mark.where,))
        for mark in marks
        if mark.evaluator == chair and mark.value is not None
    )
    used = set(names(formula))
    return [each for each in every if each.name in used]


def _rounding(leaf: Leaf, panel: Panel | None) -> Rounding | None:
    """Return the rounding of a leaf's points: its own, else the panel's."""
    stated = leaf.round or (panel.round if panel else None)
    return stated.rounding if stated else None
