"""Criteria whose points reach nothing, and declarations that nothing names."""

from collections.abc import Callable, Iterable, Iterator

from procscore.checks.finding import Finding
from procscore.checks.lint.amounts import used_amounts
from procscore.checks.lint.minimums import by_minimum
from procscore.formula import names
from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.rankings import rankings
from procscore.model.rounds import Round, rounds
from procscore.model.scores import ByFormula, Check, Grades, Marks, Price


def without_effect(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every criterion can change who goes on, who is out or who is first.

    Told of the largest criterion that changes nothing. Points count where a ranking that decides
    counts them, a minimum or a tie step asks for them, or another criterion requires them; a check
    or a veto that excludes counts by itself.
    """
    effective = _effective(sheet)
    told: frozenset[str] = frozenset()
    for path, criterion in sheet.walk():
        if criterion.id not in told and effective.isdisjoint(criterion.ids):
            told |= criterion.ids
            details = {"criterion": criterion.name}
            yield Finding("criterion-without-effect", (*path, "id"), details)


def declared(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Every amount, quantity and scale that is declared is named by a rule."""
    used = _named(sheet)
    for kind in ("amounts", "quantities", "scales"):
        for each in getattr(sheet, kind):
            if each not in used:
                yield Finding("declared-unused", (kind, each), {"id": each}, at_key=True)


def _effective(sheet: CriteriaSheet) -> frozenset[str]:
    """Return the ids of the criteria, groups too, on which something hangs."""
    found: set[str] = set()
    for leaf in sheet.leaves:
        if _excludes(leaf):
            found.add(leaf.id)
    for count in _counts(sheet):
        held = rounds(sheet, count)
        for judged in held:
            if judged is held[-1] or _ranks_decide(judged):
                found |= _flow(_ranked_by(sheet, judged))
    for _, asked in by_minimum(sheet):
        found |= _flow(criterion for each in asked for criterion in each.criteria)
    # What is withheld hangs on what it requires, wherever it stands itself.
    while True:
        required = [
            sheet.by_id[each.requires.criterion]
            for _, each in sheet.walk()
            if each.requires and not found.isdisjoint(each.ids)
        ]
        more = _flow(required) - found
        if not more:
            return frozenset(each for each in found if _can_differ(sheet, each))
        found |= more


def _ranks_decide(judged: Round) -> bool:
    """Tell whether somebody can be out after a stage because of how it ranks."""
    top = judged.gate.top if judged.gate else None
    return top is not None or judged.ranking.at_least is not None


def _counts(sheet: CriteriaSheet) -> Iterator[int | None]:
    """Give numbers of vendors for which all stages are held (None), and some are skipped."""
    yield None
    for stage in sheet.stages:
        if stage.gate is not None and stage.gate.skip_below:
            yield stage.gate.skip_below - 1


def _excludes(leaf: Leaf) -> bool:
    match leaf.score:
        case Check(fail="exclude"):
            return True
        case Marks(veto=veto) | Grades(veto=veto):
            return veto is not None
        case _:
            return False


def _can_differ(sheet: CriteriaSheet, name: str) -> bool:
    """Tell whether a criterion is more than a check that costs nothing."""
    criterion = sheet.by_id[name]
    return bool(criterion.worth) or any(_excludes(leaf) for leaf in sheet.leaves_of(criterion))


def _ranked_by(sheet: CriteriaSheet, judged: Round) -> Iterator[Criterion]:
    """Give the criteria that a ranking counts or asks for."""
    ranking = judged.ranking
    if ranking.by != "formula" or ranking.asks_evaluators:
        yield from judged.counted
    asked = ranking.in_formulas.union(*(step.needs for step in ranking.ties))
    yield from (sheet.by_id[each] for each in asked & sheet.by_id.keys())


def _flow(criteria: Iterable[Criterion]) -> set[str]:
    """Return the ids of `criteria` and of what gives them their points.

    A group that is rescaled takes all its parts by `raw` and `best`, else those that its formula
    names.
    """
    found: set[str] = set()
    waiting = list(criteria)
    while waiting:
        each = waiting.pop()
        found.add(each.id)
        parts = each.criteria
        named = frozenset(names(each.rescale.formula)) if each.rescale else frozenset({"raw"})
        if named.isdisjoint({"raw", "best"}):
            parts = tuple(part for part in parts if part.id in named)
        waiting += parts
    return found


def _named(sheet: CriteriaSheet) -> frozenset[str]:
    """Return the amounts, quantities and scales that a rule or a formula names."""
    found: set[str] = {*used_amounts(sheet)}
    for amount in sheet.amounts.values():
        found |= set(names(amount.formula)) if amount.formula else set()
    for _, criterion in sheet.walk():
        match criterion.score:
            case Grades(scale=scale):
                found.add(scale)
            case Price(formula=formula) | ByFormula(formula=formula):
                found |= {*names(formula), getattr(criterion.score, "compare", None) or ""}
            case _:
                pass
    for _, ranking in rankings(sheet):
        found |= ranking.in_formulas.union(*(step.needs for step in ranking.ties))
    return frozenset(found)


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (without_effect, declared)
