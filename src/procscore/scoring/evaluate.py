"""The order of work: from a sheet and its bids to the evaluation. Pure; nothing is read or shown.

1. status  2. ceilings  3. marks → points → groups  4. checks and minimums without price
5. price points over the bids that still count  6. minimums with price  7. total → ranking value
8. ties  9. award
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from procscore.diagnostics import Problems
from procscore.exact import display
from procscore.formula import Input, derive, parse
from procscore.language import listing
from procscore.model.amounts import above_ceiling, ceiling_rule
from procscore.model.bids import Bids, Mark, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.result import Evaluation, Exclusion, Score, VendorResult
from procscore.model.scores import Check, Price
from procscore.scoring import eligibility, panel, price, tree
from procscore.scoring.assumptions import assumptions
from procscore.scoring.context import Context, own_place
from procscore.scoring.order import rank
from procscore.version import __version__

_TIMES = parse("evaluators * once")


@dataclass
class _Progress:
    """One vendor on its way through the steps."""

    vendor: Vendor
    marks: Mapping[str, Sequence[Mark]]
    exclusions: list[Exclusion] = field(default_factory=list)
    flags: list[Exclusion] = field(default_factory=list)
    leaves: dict[str, Score] = field(default_factory=dict)
    scores: tuple[Score, ...] = ()
    panel_total: tree.PanelTotal | None = None

    @property
    def in_play(self) -> bool:
        return not self.exclusions


def evaluate(
    sheet: CriteriaSheet, digest: str, bids: Bids, problems: Problems
) -> Evaluation | None:
    """Evaluate `bids` by `sheet`.

    `bids` must have passed the checks: every mark there and within its rule. What only shows
    while computing (a division by zero, points outside their range) is added to `problems`, and
    None is returned when that was an error.
    """
    context = Context(sheet, bids, problems)
    vendors = [_start(context, vendor) for vendor in bids.vendors]
    for each in vendors:
        if each.in_play:
            _score_marks(context, each)
            each.exclusions.extend(eligibility.by_checks(context, each.marks))
            each.exclusions.extend(_minimums(context, each, priced=False))
    _score_prices(context, vendors)
    for each in vendors:
        if each.in_play:
            each.exclusions.extend(_minimums(context, each, priced=True))
    results, ties, award = rank(context, [_finish(context, each) for each in vendors])
    if problems.fatal:
        return None
    return Evaluation(
        version=__version__,
        procurement=bids.procurement,
        criteria=sheet,
        digest=digest,
        evaluators=bids.evaluators,
        vendors=tuple(results),
        award=award,
        ties=tuple(ties),
        assumptions=assumptions(sheet, bids),
        inputs=bids.inputs,
        diagnostics=tuple(problems),
    )


def _start(context: Context, vendor: Vendor) -> _Progress:
    """Steps 1 and 2."""
    each = _Progress(
        vendor, {leaf.id: _marks(context, vendor, leaf) for leaf in context.sheet.leaves}
    )
    each.exclusions.extend(eligibility.by_status(vendor))
    if each.in_play:
        each.exclusions.extend(eligibility.by_ceiling(context, vendor, "exclude"))
        each.flags.extend(eligibility.by_ceiling(context, vendor, "flag"))
    return each


def _marks(context: Context, vendor: Vendor, leaf: Leaf) -> tuple[Mark, ...]:
    if leaf.marked_by == "secretariat":
        return context.bids.secretariat.get((vendor.id, leaf.id), ())
    if context.sheet.panel.aggregate == "consensus":
        return context.bids.agreed.get((vendor.id, leaf.id), ())
    return context.bids.given(vendor, leaf.id)


def _score_marks(context: Context, each: _Progress) -> None:
    """Step 3: everything but the price."""
    sheet = context.sheet
    dropped: frozenset[str] | None = None
    if sheet.panel.over == "totals":
        totals = tree.evaluator_totals(sheet.totalled, each.marks)
        if sheet.panel.aggregate == "trimmed-mean":
            marked = {leaf.id: each.marks[leaf.id] for leaf in sheet.totalled}
            dropped = panel.dropped_evaluators(totals, marked, sheet.panel)
            if equals := panel.equals_at_the_cut(totals, marked, dropped):
                context.problems.add(
                    "trim-among-equals",
                    each.vendor.where,
                    vendor=each.vendor.name,
                    who=listing(equals),
                )
        if sheet.totals_decide:
            each.panel_total = tree.PanelTotal(sheet, each.marks)
    for leaf in sheet.leaves:
        if not isinstance(leaf.score, Price):
            each.leaves[leaf.id] = _score_leaf(context, leaf, each, dropped)
    _in_range(context, each, [leaf for leaf in sheet.leaves if leaf.id in each.leaves])
    _build(context, each)


def _score_leaf(
    context: Context, leaf: Leaf, each: _Progress, dropped: frozenset[str] | None
) -> Score:
    marks = each.marks[leaf.id]
    if leaf.marked_by == "panel" and not isinstance(leaf.score, Check):
        if dropped is not None:
            return panel.from_kept_marks(leaf, marks, dropped)
        of = leaf.points * context.times(each.vendor)
        return panel.from_marks(context.sheet, leaf, marks, of)
    if leaf.marked_by == "panel":
        score = panel.from_marks(context.sheet, leaf, marks, leaf.points)
    elif leaf.marked_by == "secretariat":
        score = panel.from_secretariat(leaf, marks[0])
    else:
        score = price.formula_score(context, leaf, each.vendor)
    return _for_all_evaluators(context, each.vendor, score)


def _for_all_evaluators(context: Context, vendor: Vendor, score: Score) -> Score:
    """With `sum`, points that are given once count once for every evaluator, as on their sheets."""
    times = context.times(vendor)
    if times == 1 or score.derivation is None:
        return score
    inputs = (
        Input("evaluators", times),
        Input("once", score.derivation.value, derivation=score.derivation),
    )
    return replace(score, of=score.of * times, derivation=derive(_TIMES, inputs))


def _score_prices(context: Context, vendors: Sequence[_Progress]) -> None:
    """Step 5, and the points of those who are out stay open."""
    for leaf in context.sheet.price_leaves:
        counted = [each.vendor for each in vendors if _counts(context, each)]
        for each in vendors:
            if each.in_play:
                score = price.price_score(context, leaf, each.vendor, counted)
                each.leaves[leaf.id] = _for_all_evaluators(context, each.vendor, score)
    for each in vendors:
        if each.in_play:
            _in_range(context, each, context.sheet.price_leaves)
            _build(context, each)


def _counts(context: Context, each: _Progress) -> bool:
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


def _in_range(context: Context, each: _Progress, leaves: Sequence[Leaf]) -> None:
    """Report points above a criterion's points or below its least; they are never clipped."""
    for leaf in leaves:
        score = each.leaves[leaf.id]
        least, most = context.sheet.point_range(leaf)
        share = score.of / leaf.points if leaf.points else Fraction(1)
        _check_range(context, each, score, least * share, most * share)


def _check_range(
    context: Context, each: _Progress, score: Score, least: Fraction, most: Fraction
) -> None:
    if score.derivation is None or least <= score.derivation.value <= most:
        return
    context.problems.add(
        "points-out-of-range",
        own_place(each.vendor, score.derivation.inputs),
        vendor=each.vendor.name,
        criterion=context.sheet.by_id[score.criterion].name,
        points=display(score.derivation.value),
        least=display(least),
        most=display(most),
        formula=score.derivation.formula.text,
    )


def _build(context: Context, each: _Progress) -> None:
    sheet, times = context.sheet, context.times(each.vendor)
    leaves = {
        leaf.id: each.leaves.get(leaf.id, Score(leaf.id, leaf.points * times, None))
        for leaf in sheet.leaves
    }
    each.scores = tuple(
        tree.build(criterion, leaves, each.panel_total) for criterion in sheet.criteria
    )
    for group in (score for top in each.scores for score in top.walk() if not score.adds_up):
        parts = sum((leaf.points or Fraction(0) for leaf in group.parts), Fraction(0))
        # A rounded total of totals can come out above the points; a sum of parts cannot.
        _check_range(context, each, group, min(parts, Fraction(0)), group.of)


def _minimums(context: Context, each: _Progress, *, priced: bool) -> list[Exclusion]:
    """Steps 4 and 6."""
    due = [
        minimum
        for minimum in context.sheet.eligibility.minimums
        if eligibility.involves_price(context.sheet, minimum) == priced
    ]
    total, _ = tree.add_up(each.scores, None, each.panel_total)
    return list(
        eligibility.by_minimums(context.sheet, due, each.scores, total.value if total else None)
    )


def _finish(context: Context, each: _Progress) -> VendorResult:
    if not each.scores:
        _build(context, each)
    total, adds_up = None, True
    if each.in_play or all(score.points is not None for score in each.scores):
        total, adds_up = tree.add_up(each.scores, None, each.panel_total)
    status = each.vendor.status
    if status is Status.ELIGIBLE and each.exclusions:
        status = Status.EXCLUDED
    return VendorResult(
        vendor=each.vendor,
        status=status,
        exclusions=tuple(each.exclusions),
        flags=tuple(each.flags),
        evaluators=tuple(e.id for e in context.bids.scoring(each.vendor)) if each.leaves else (),
        amounts=context.amounts[each.vendor.id],
        scores=each.scores,
        total=total,
        value=None,
        adds_up=adds_up,
    )
