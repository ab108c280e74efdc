"""The order of work: from a sheet and its bids to the evaluation. Pure; nothing is read or shown.

1. status  2. ceilings  3. marks → points → groups  4. checks and minimums without price
5. price points over the bids that still count  6. minimums with price  7. total → ranking value
8. ties  9. award

Where the sheet has stages, steps 3 to 8 are done for each in turn, over those who passed the gate.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from procscore.diagnostics import Problems
from procscore.language import Message
from procscore.model.amounts import above_ceiling, ceiling_rule
from procscore.model.bids import Bids, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Criterion
from procscore.model.rankings import rankings
from procscore.model.result import Evaluation, Exclusion, StageResult
from procscore.model.rounds import Round, involved, known_late, rounds, skipped
from procscore.model.rules import Minimum
from procscore.model.scope import provisional
from procscore.scoring import eligibility, stages
from procscore.scoring.assumptions import assumptions
from procscore.scoring.award import decide
from procscore.scoring.context import Context
from procscore.scoring.order import flag_low_bids, flag_minority, order
from procscore.scoring.progress import Progress
from procscore.scoring.stated import compare_stated
from procscore.scoring.ties import unused_decisions
from procscore.version import __version__


def evaluate(
    sheet: CriteriaSheet,
    digest: str,
    bids: Bids,
    problems: Problems,
    withdrawn: Collection[str] = (),
) -> Evaluation | None:
    """Evaluate `bids` by `sheet`.

    `bids` must have passed the checks: every mark there and within its rule. What only shows
    while computing (a division by zero, points outside their range, a mark that is missing in a
    later stage) is added to `problems`, and None is returned when that was an error. `withdrawn`
    are ids of vendors that withdrew after the ranking: they keep their rank and are passed over.
    """
    context = Context(sheet, bids, problems, sheet.ranking)
    vendors = [_start(context, vendor) for vendor in bids.vendors]
    count = sum(each.in_play for each in vendors)
    held = rounds(sheet, count)
    if not held:  # what is to be evaluated ends with a stage that is skipped
        stage = sheet.stages[-1].name
        problems.add("stage-not-held", bids.procurement.where, stage=stage, count=count)
        return None
    gates: list[StageResult] = []
    own = _asks_evaluators(sheet)
    for number, judged in enumerate(held):
        inside = replace(context, ranking=judged.ranking)
        if number:
            _report_blanks(context, judged, vendors)
        _judge(context, judged, vendors, last=judged is held[-1])
        if problems.fatal:
            return None
        end = judged is held[-1]
        if judged.stage is not None and (judged.gate or not end):
            found = order(inside, [each.result(judged, own=own) for each in vendors])
            gates.append(stages.through(inside, judged, found, vendors, end=end))
    results = [each.result(held[-1], own=own) for each in vendors]
    ranking = replace(context, ranking=held[-1].ranking)
    final = flag_low_bids(ranking, flag_minority(ranking, order(ranking, results)))
    unused_decisions(context, [*(tie for gate in gates for tie in gate.ties), *final.ties])
    compare_stated(context, held, final.results)
    if problems.fatal:
        return None
    waiting = provisional(sheet)
    unfit = _unfit(context, held[-1], vendors)
    return Evaluation(
        version=__version__,
        procurement=bids.procurement,
        criteria=sheet,
        digest=digest,
        evaluators=bids.evaluators,
        vendors=final.results,
        award=decide((), sheet.award)
        if waiting
        else decide(final.groups, sheet.award, withdrawn, unfit),
        ties=final.ties,
        assumptions=assumptions(sheet, bids),
        stages=(
            *(stages.not_held(each) for each in sheet.stages if skipped(each, count)),
            *gates,
        ),
        provisional=waiting,
        inputs=bids.inputs,
        diagnostics=tuple(problems),
    )


def _start(context: Context, vendor: Vendor) -> Progress:
    """Steps 1 and 2."""
    each = Progress(context, vendor)
    each.exclusions.extend(eligibility.by_status(vendor))
    if each.in_play:
        each.exclusions.extend(eligibility.by_ceiling(context, vendor, "exclude"))
        each.flags.extend(eligibility.by_ceiling(context, vendor, "flag"))
    return each


def _report_blanks(context: Context, judged: Round, vendors: Iterable[Progress]) -> None:
    """Report marks that a later round needs and that are not there."""
    for each in vendors:
        for leaf in judged.leaves if each.in_play else ():
            for mark in context.bids.owed(each.vendor, leaf.id, leaf.panel):
                if mark.value is None:
                    context.problems.add(
                        "mark-blank",
                        mark.where,
                        vendor=each.vendor.name,
                        criterion=leaf.criterion.name,
                        evaluator=mark.evaluator,
                    )


def _judge(context: Context, judged: Round, vendors: Sequence[Progress], *, last: bool) -> None:
    """Steps 3 to 6 of one round."""
    if context.problems.fatal:
        return
    for each in vendors:
        if each.in_play:
            each.score_marks(judged.leaves)
            each.exclusions.extend(eligibility.by_vetoes(judged.leaves, each.vetoes))
            each.exclusions.extend(eligibility.by_checks(context, judged.leaves, each.marks))
            each.exclusions.extend(_minimums(context, judged, each, late=False, last=last))
    for leaf in judged.leaves:
        if leaf.compared is not None:
            counted = [each.vendor for each in vendors if _counts(context, each)]
            for each in vendors:
                if each.in_play:
                    each.score_price(leaf, counted)
    _find_best(context, judged, vendors)
    for each in vendors:
        if each.in_play:
            each.check_groups(judged.counted)
            each.exclusions.extend(_minimums(context, judged, each, late=True, last=last))


def _find_best(context: Context, judged: Round, vendors: Sequence[Progress]) -> None:
    """Find the best of the vendors that count, for criteria that are scaled to it."""
    inside = frozenset(leaf.id for leaf in judged.leaves)
    for criterion in _relative(context.sheet.criteria):
        if inside.isdisjoint(criterion.ids):
            continue
        found = {each: each.tree.raw(criterion).points for each in vendors if each.in_play}
        best = max((points for points in found.values() if points is not None), default=None)
        for each in found if best is not None else ():
            each.best[criterion.id] = best or Fraction(0)


def _relative(criteria: Iterable[Criterion]) -> Iterable[Criterion]:
    """Give the criteria that are scaled to the best, parts before their group."""
    for criterion in criteria:
        yield from _relative(criterion.criteria)
        if criterion.rescale is not None and criterion.rescale.relative:
            yield criterion


def _counts(context: Context, each: Progress) -> bool:
    """Tell whether a vendor's price counts as lowest, highest and average (`lowest_among`)."""
    if each.vendor.status is not Status.ELIGIBLE:
        return False
    match context.sheet.eligibility.lowest_among:
        case "eligible":
            return each.in_play
        case "within-ceiling":
            above = above_ceiling(context.sheet, context.bids.procurement, each.vendor)
            return not any(ceiling_rule(context.sheet, a) != "ignore" for a in above)
        case "all":
            return True


def _minimums(
    context: Context, judged: Round, each: Progress, *, late: bool, last: bool
) -> list[Exclusion]:
    """Steps 4 and 6: the minimums that can be judged in this round, before or after prices."""
    due = [
        minimum
        for minimum in _of_round(context.sheet, judged, last=last)
        if not minimum.when or ("sole-bidder" in minimum.when and _sole(context))
    ]
    return list(_below(context, judged, each, due, late=late))


def _below(
    context: Context, judged: Round, each: Progress, due: Iterable[Minimum], *, late: bool
) -> Iterable[Exclusion]:
    sheet = context.sheet
    chosen = [
        minimum
        for minimum in due
        if known_late(sheet, involved(sheet, minimum, judged.counted)) == late
    ]
    if not chosen:
        return ()
    tree = each.tree
    counted = [tree.score(top) for top in judged.counted]
    total, _ = tree.add_up(counted, None)
    asked = dict.fromkeys(minimum.criterion for minimum in chosen if minimum.evaluators)
    found = eligibility.Found(
        [tree.score(top) for top in sheet.criteria],
        counted,
        total.value if total else None,
        {criterion: each.own(judged.counted, criterion) for criterion in asked},
    )
    return eligibility.by_minimums(sheet, chosen, found)


def _of_round(sheet: CriteriaSheet, judged: Round, *, last: bool) -> Iterable[Minimum]:
    """Give the minimums of a round: the gate's, and the sheet's that hang on its leaves.

    A minimum of the whole total, or of the total without something, is the last round's.
    """
    inside = frozenset(leaf.id for leaf in judged.leaves)
    if judged.gate is not None:
        yield from judged.gate.minimums
    for minimum in sheet.eligibility.minimums:
        named = minimum.criterion or minimum.each_of
        if last if named is None else not inside.isdisjoint(involved(sheet, minimum, ())):
            yield minimum


def _sole(context: Context) -> bool:
    """Tell whether only one vendor applied: who withdrew or was turned away does not count."""
    return sum(vendor.status is Status.ELIGIBLE for vendor in context.bids.vendors) == 1


def _unfit(context: Context, judged: Round, vendors: Iterable[Progress]) -> dict[str, Message]:
    """Return who may not move up when a winner withdraws, with the reason."""
    due = [each for each in context.sheet.eligibility.minimums if "promoted" in each.when]
    unfit: dict[str, Message] = {}
    for each in vendors:
        for late in (False, True) if each.in_play else ():
            for exclusion in _below(context, judged, each, due, late=late):
                unfit.setdefault(each.vendor.id, exclusion.reason)
    return unfit


def _asks_evaluators(sheet: CriteriaSheet) -> bool:
    """Tell whether some rule asks what single evaluators found."""
    return any(ranking.asks_evaluators for _, ranking in rankings(sheet))
