"""What the rankings of a sheet, and their chains of ties, can get wrong."""

from collections.abc import Callable, Iterator, Mapping

from procscore.checks.finding import Finding, unknown
from procscore.model.criteria import CriteriaSheet, Path
from procscore.model.rankings import rankings
from procscore.model.rounds import rounds
from procscore.model.rules import Ranking
from procscore.model.tie_steps import Lot, TieStep

_ENDS = frozenset({"lot", "committee", "chair", "vote"})
_ONLY_BY_ARITHMETIC = ("order", "first", "add", "following")


def ties(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A chain names what exists, holds no step twice, and ends in what always decides, once."""
    for path, ranking in rankings(sheet):
        chain = ranking.ties
        for index, step in enumerate(chain):
            here: Path = (*path, "ties", index)
            yield from _names(sheet, step, here)
            if step.lot is not None:
                yield from _lot(sheet, step.lot, (*here, "lot"))
            if step in chain[:index]:
                yield Finding("criteria-tie-step-doubled", here, {})
            if index + 1 < len(chain) and not _may_follow(step, chain[index + 1]):
                after: Path = (*path, "ties", index + 1)
                yield Finding("criteria-tie-step-after-end", after, {"end": step.rule})
        if not chain or not _always_ends(chain[-1]):
            yield Finding("criteria-tie-chain-open", (*path, "ties"), {})


def _may_follow(step: TieStep, following: TieStep) -> bool:
    """Tell whether a step can still be asked: people and lots end the chain, but for some cases.

    Where a run-off vote is equal, the chair may decide; a lot that is only for some ties, or names
    only the first, leaves something to the next step.
    """
    if step.lot is not None:
        return step.lot.conditional or step.lot.following == "open"
    if step.rule == "vote":
        return following.rule == "chair"
    return step.rule not in _ENDS


def _always_ends(step: TieStep) -> bool:
    return step.rule in _ENDS and not (step.lot and step.lot.conditional)


def _names(sheet: CriteriaSheet, step: TieStep, path: Path) -> Iterator[Finding]:
    """Check what `higher` or `lower` names; only criteria can be added up."""
    summed = len(step.names) > 1
    met: set[str] = set()
    for index, name in enumerate(step.names):
        here: Path = (*path, step.rule, index)
        if summed and name not in sheet.by_id:
            yield unknown("criteria-criterion-unknown", here, name, sheet.by_id)
        elif name not in sheet.by_id and name not in sheet.declared:
            yield unknown("criteria-tie-name-unknown", here, name, _known(sheet))
        elif name in sheet.by_id:
            ids = sheet.by_id[name].ids
            if met & ids:
                yield Finding("criteria-tie-sum-doubled", here, {"name": name})
            met |= ids


def _lot(sheet: CriteriaSheet, lot: Lot, path: Path) -> Iterator[Finding]:
    if lot.rule == "remainder" and lot.order is None:
        yield Finding("criteria-lot-order-missing", path, {})
    if lot.rule == "drawn":
        for key in _ONLY_BY_ARITHMETIC:
            if key in lot.model_fields_set:
                yield Finding("criteria-lot-key-unused", (*path, key), {"key": key})
    for index, name in enumerate(lot.if_equal):
        if name not in sheet.by_id and name not in sheet.declared:
            here: Path = (*path, "if_equal", index)
            yield unknown("criteria-tie-name-unknown", here, name, _known(sheet))


def _known(sheet: CriteriaSheet) -> Mapping[str, object]:
    return {**sheet.by_id, **sheet.declared}


def ranking(sheet: CriteriaSheet) -> Iterator[Finding]:
    """A ranking by formula has one, no other ranking does, and no rule of it is idle."""
    for path, rules in rankings(sheet):
        if rules.by == "formula" and rules.formula is None:
            yield Finding("criteria-ranking-formula-missing", path, {})
        if rules.by != "formula" and rules.formula is not None:
            yield Finding("criteria-ranking-formula-unused", (*path, "formula"), {"by": rules.by})
        if rules.by != "formula" and "best" in rules.model_fields_set:
            yield Finding("criteria-best-unused", (*path, "best"), {"by": rules.by})
        if rules.at_least is not None and rules.lowest_first:
            yield Finding("criteria-least-of-lowest", (*path, "at_least"), {})
        yield from _evaluators(sheet, rules, path)
    yield from _unvoted_stages(sheet)


def _unvoted_stages(sheet: CriteriaSheet) -> Iterator[Finding]:
    """Report a stage that asks the evaluators for their order and counts nothing of theirs."""
    tops = {criterion.id for criterion in sheet.criteria}
    if not all(tops.issuperset(stage.criteria) for stage in sheet.stages):
        return
    for judged in rounds(sheet) if sheet.stages else ():
        counted = frozenset().union(*(top.ids for top in judged.counted))
        asked = judged.ranking.asks_evaluators
        if judged.stage and asked and not any(leaf.id in counted for leaf in sheet.totalled):
            index = [stage.id for stage in sheet.stages].index(judged.stage.id)
            yield Finding("criteria-ranking-needs-panel", ("stages", index), {})


def _evaluators(sheet: CriteriaSheet, ranking: Ranking, path: Path) -> Iterator[Finding]:
    """Check that evaluators who are asked for their order have one, and are asked for it."""
    if ranking.asks_evaluators:
        voting = [leaf for leaf in sheet.totalled if leaf.panel is None] or sheet.totalled
        panels = [sheet.panels.get(leaf.panel or "", sheet.panel) for leaf in voting]
        if not voting or any(each.aggregate == "consensus" for each in panels):
            yield Finding("criteria-ranking-needs-panel", path, {})
    elif "evaluator_ranks" in ranking.model_fields_set:
        yield Finding("criteria-evaluator-ranks-unused", (*path, "evaluator_ranks"), {})


RULES: tuple[Callable[[CriteriaSheet], Iterator[Finding]], ...] = (ties, ranking)
