"""How several evaluators become one score, and whether one of them alone can knock a vendor out."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from procscore.checks.finding import Finding
from procscore.checks.lint.marking import panel_path, step_of
from procscore.exact import display, terminates
from procscore.language import N_, Message, message
from procscore.model.criteria import CriteriaSheet, Leaf, Path
from procscore.model.rankings import rankings
from procscore.model.scores import Check, Grades, Marks, Veto

_COUNTS = (3, 7)
"""How many evaluators an example has: shares of both have no end in decimals."""
_CHECK = N_("One evaluator's no on “{criterion}”")
_CHECK_UNSAID = N_("One evaluator's no on “{criterion}”, as no votes are stated,")
_VETO = N_("One evaluator's “{mark}” on “{criterion}”")
_MINIMUM = N_("One evaluator's marks below the minimum of {at_least}")


def not_aggregated(sheet: CriteriaSheet) -> Iterator[Finding]:
    """The sheet says how the marks of several evaluators become one score."""
    for panel, leaves in sheet.marking_panels.items():
        marked = [leaf for leaf in leaves if leaf.totalled]
        if marked and "aggregate" not in sheet.rules_of(panel).model_fields_set:
            path: Path = (*panel_path(panel), "aggregate")
            yield Finding("aggregate-not-stated", path, {"count": len(marked)})


def not_rounded(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Where evaluators' points are divided, the sheet says how the quotient is rounded.

    Not asked where a rounding stands at the items, at a group above them or at the ranking value,
    nor where only each evaluator's own order counts.
    """
    by_points = [each for _, each in rankings(sheet) if each.by in ("points", "formula")]
    if all(each.round is not None for each in by_points):
        return
    for panel, leaves in sheet.marking_panels.items():
        rules = sheet.rules_of(panel)
        if rules.aggregate not in ("mean", "trimmed-mean") or rules.round is not None:
            continue
        marked = (leaf for leaf in leaves if leaf.totalled and not _is_rounded(sheet, leaf))
        if (first := next(marked, None)) is not None:
            details = {"example": _mean(sheet, first)}
            yield Finding("panel-rounding-not-stated", (*panel_path(panel), "round"), details)


def _is_rounded(sheet: CriteriaSheet, leaf: Leaf) -> bool:
    """Tell whether a rounding is written for a leaf, or for something that holds it."""
    return leaf.round is not None or any(
        each.rescale and each.rescale.round for _, each in sheet.walk() if leaf.id in each.ids
    )


def _mean(sheet: CriteriaSheet, leaf: Leaf) -> str:
    """Return a mean that has no end in decimals, as it is computed."""
    step = min(step_of(sheet, leaf) or Fraction(1), leaf.points)
    count = next(each for each in _COUNTS if not terminates(step / each))
    points = [leaf.points] * (count - 1) + [leaf.points - step]
    mean = sum(points, Fraction(0)) / count
    return f"({' + '.join(display(each) for each in points)}) ÷ {count} = {display(mean)}"


def knock_out(sheet: CriteriaSheet) -> Iterator[Finding]:
    """No single evaluator can exclude a vendor that all others would admit.

    One agreed mark (合議) is everybody's.
    """
    told: set[Path] = set()
    for leaf in sheet.needs_marks("panel"):
        path, how = _alone(sheet, leaf)
        if how is not None and path not in told and not sheet.agreed(leaf):
            told.add(path)
            yield Finding("knock-out-by-one", path, {"how": how})
    for path, minimum in sheet.all_minimums:
        if minimum.evaluators == "all":
            how = message(_MINIMUM, at_least=str(minimum.at_least))
            yield Finding("knock-out-by-one", (*path, "evaluators"), {"how": how})


def _alone(sheet: CriteriaSheet, leaf: Leaf) -> tuple[Path, Message | None]:
    """Return where it is written how one evaluator alone excludes, and how."""
    path, name = sheet.score_path(leaf), leaf.criterion.name
    match leaf.score:
        case Check(fail="exclude", votes="any"):
            stated = "votes" in leaf.score.model_fields_set
            said = message(_CHECK if stated else _CHECK_UNSAID, criterion=name)
            return (*path, "votes"), said
        case Marks(veto=Veto(votes="any") as veto) | Grades(veto=Veto(votes="any") as veto):
            said = message(_VETO, mark=veto.mark, criterion=name)
            return (*path, "veto", "votes"), said
        case _:
            return path, None


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (
    not_aggregated,
    not_rounded,
    knock_out,
)
