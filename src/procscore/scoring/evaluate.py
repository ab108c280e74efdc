"""The order of work: from a sheet and its bids to the evaluation. Pure; nothing is read or shown.

1. status  2. ceilings  3. marks → points → groups  4. checks and minimums without price
5. price points over the bids that still count  6. minimums with price  7. total → ranking value
8. ties  9. award

Where the sheet has stages, steps 3 to 8 are done for each in turn, over those who passed the gate.
Step 2 then waits for the first of them that needs prices: before it, they may be sealed.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from procscore.diagnostics import Problems
from procscore.model.amounts import above_ceiling, ceiling_rule
from procscore.model.bids import Bids
from procscore.model.criteria import CriteriaSheet, Criterion
from procscore.model.rankings import rankings
from procscore.model.result import Evaluation, StageResult
from procscore.model.rounds import Round, applicants, needs_amounts, opening, rounds, skipped
from procscore.model.scope import provisional
from procscore.scoring import eligibility, minimums, stages
from procscore.scoring.assumptions import assumptions
from procscore.scoring.award import decide
from procscore.scoring.context import Context
from procscore.scoring.order import flag_low_bids, flag_minority, order
from procscore.scoring.progress import Progress
from procscore.scoring.stated import compare_stated
from procscore.scoring.ties import check_decisions
from procscore.scoring.tree import highest
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
    vendors = [Progress(context, vendor) for vendor in bids.vendors]
    for each in vendors:
        each.exclusions.extend(eligibility.by_status(each.vendor))
    count = applicants(bids.vendors)
    held = rounds(sheet, count)
    if not held:  # what is to be evaluated ends with a stage that is skipped
        stage = sheet.stages[-1].name
        problems.add("stage-not-held", bids.procurement.where, stage=stage, count=count)
        return None
    gates: list[StageResult] = []
    own = _asks_evaluators(sheet)
    opened = opening(sheet, held)
    for judged in held:
        inside = replace(context, ranking=judged.ranking)
        _judge(context, judged, held[-1], vendors, opens=judged is opened)
        if problems.fatal:
            return None
        end = judged is held[-1]
        if judged.stage is not None and (judged.gate or not end):
            found = order(inside, [each.result(judged, own=own) for each in vendors])
            gates.append(stages.through(inside, judged, found, vendors, end=end))
            if problems.fatal:
                return None
    waiting = provisional(sheet)
    results = [each.result(held[-1], own=own) for each in vendors]
    ranking = replace(context, ranking=held[-1].ranking)
    final = flag_low_bids(ranking, flag_minority(ranking, order(ranking, results)))
    last = held[-1].stage
    earlier = [gate.ties for gate in gates if last is None or gate.id != last.id]
    check_decisions(context, [*earlier, final.ties])
    compare_stated(context, held, final.results)
    if problems.fatal:
        return None
    unfit = minimums.unfit(context, held[-1], vendors)
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
        stages=tuple(_in_order(sheet, gates, count)),
        provisional=waiting,
        own_ranks=bids.own_ranks,
        inputs=bids.inputs,
        diagnostics=tuple(problems),
    )


def _in_order(
    sheet: CriteriaSheet, gates: Iterable[StageResult], count: int
) -> Iterable[StageResult]:
    """Give the stages before the last as the sheet has them, those that were not held among them."""
    held = {gate.id: gate for gate in gates}
    for stage in sheet.stages:
        if skipped(stage, count):
            yield stages.not_held(stage)
        elif stage.id in held:
            yield held[stage.id]


def _open(context: Context, judged: Round, standing: Iterable[Progress]) -> None:
    """Hold the amounts of who is `standing` against the ceilings (order of work, step 2).

    Amounts that a round needs are needed of all who stand as it begins: one that is above a ceiling
    may still count as lowest. Without stages, the reader of the vendors sees to that.
    """
    sheet = context.sheet
    needed = judged.stage is not None and (
        needs_amounts(sheet, judged)
        or sheet.eligibility.abnormally_low is not None
        or any(not step.needs.isdisjoint(sheet.amounts) for step in judged.ranking.ties)
    )
    for each in standing:
        for amount in sheet.quoted if needed else ():
            if amount not in each.vendor.quotes:
                name = sheet.amounts[amount].name
                where = each.vendor.where
                context.problems.add("amount-blank", where, vendor=each.vendor.name, amount=name)
        each.exclusions.extend(eligibility.by_ceiling(context, each.vendor, "exclude"))
        each.flags.extend(eligibility.by_ceiling(context, each.vendor, "flag"))


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


def _judge(
    context: Context, judged: Round, last: Round, vendors: Sequence[Progress], *, opens: bool
) -> None:
    """Steps 3 to 6 of one round, and step 2 before them where the round `opens` the prices."""
    standing = [each for each in vendors if each.in_play]
    if opens:
        _open(context, judged, standing)
    if judged.before:
        _report_blanks(context, judged, vendors)
    if context.problems.fatal:
        return
    for each in vendors:
        if each.in_play:
            each.score_marks(judged.leaves)
    if context.problems.fatal:  # who is out by points that are not known nobody can say
        return
    for each in vendors:
        if each.in_play:
            each.exclusions.extend(eligibility.by_vetoes(judged.leaves, each.vetoes))
            each.exclusions.extend(
                eligibility.by_checks(context, each.vendor, judged.leaves, each.marks)
            )
            each.exclusions.extend(minimums.missed(context, judged, last, each, late=False))
    for leaf in judged.leaves:
        if leaf.compared is not None:
            counted = [each.vendor for each in standing if _counts(context, each)]
            for each in vendors:
                if each.in_play:
                    each.score_price(leaf, counted)
    if context.problems.fatal:
        return
    _find_best(context, judged, [each for each in vendors if each.in_play])
    for each in vendors:
        if each.in_play:
            _expect_points(context, each, judged)
            each.check_groups(judged.counted)
            each.exclusions.extend(minimums.missed(context, judged, last, each, late=True))


def _expect_points(context: Context, each: Progress, judged: Round) -> None:
    """Raise RuntimeError where points are missing that no diagnostic speaks of: never “no award”."""
    tree = each.tree
    without = [top.id for top in judged.counted if tree.score(top).points is None]
    if without and not context.problems.fatal:
        raise RuntimeError(without)


def _find_best(context: Context, judged: Round, vendors: Sequence[Progress]) -> None:
    """Find the best of the vendors that count, for criteria that are scaled to it.

    One may require the points of another that is scaled too: whichever is known comes first, and
    the order of the sheet decides nothing.
    """
    inside = frozenset(leaf.id for leaf in judged.leaves)
    ids = tuple(each.vendor.id for each in vendors)
    waiting = [each for each in _relative(context.sheet.criteria) if inside & each.ids]
    while waiting:
        trees = [each.tree for each in vendors]
        found = {
            criterion.id: [tree.raw(criterion).derivation for tree in trees]
            for criterion in waiting
        }
        ready = {
            criterion: highest([raw for raw in raws if raw is not None], ids)
            for criterion, raws in found.items()
            if None not in raws and raws
        }
        if not ready:
            return
        for each in vendors:
            each.best.update(ready)
        waiting = [criterion for criterion in waiting if criterion.id not in ready]


def _relative(criteria: Iterable[Criterion]) -> Iterable[Criterion]:
    """Give the criteria that are scaled to the best, parts before their group."""
    for criterion in criteria:
        yield from _relative(criterion.criteria)
        if criterion.rescale is not None and criterion.rescale.relative:
            yield criterion


def _counts(context: Context, each: Progress) -> bool:
    """Tell whether a vendor's price counts as lowest, highest and average (`lowest_among`).

    It is only asked of those who stood as this round began.
    """
    match context.sheet.eligibility.lowest_among:
        case "eligible":
            return each.in_play
        case "within-ceiling":
            above = above_ceiling(context.sheet, context.bids.procurement, each.vendor)
            return not any(ceiling_rule(context.sheet, a) != "ignore" for a in above)
        case "all":
            return True


def _asks_evaluators(sheet: CriteriaSheet) -> bool:
    """Tell whether some rule asks what single evaluators found."""
    return any(ranking.asks_evaluators for _, ranking in rankings(sheet))
