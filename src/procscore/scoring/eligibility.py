"""Who is out, and why (order of work, steps 1, 2, 4 and 6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from procscore.exact import display
from procscore.formula import names
from procscore.language import N_, Message, listing, message
from procscore.model.amounts import above_ceiling, ceiling_rule
from procscore.model.bids import Mark, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Criterion
from procscore.model.result import Exclusion, Score
from procscore.model.rules import Minimum
from procscore.model.scores import ByFormula, Check, Price
from procscore.scoring.context import Context
from procscore.scoring.panel import passed

STATUS_SENTENCES = {
    Status.WITHDRAWN: N_("withdrew"),
    Status.DISQUALIFIED: N_("was disqualified"),
    Status.INVALID: N_("handed in an invalid bid"),
}


def by_status(vendor: Vendor) -> Iterator[Exclusion]:
    """Give the exclusion of a vendor that the secretariat declared out."""
    if vendor.status in STATUS_SENTENCES:
        told = message(STATUS_SENTENCES[vendor.status])
        if vendor.reason:
            told = message(N_("{what}: {reason}"), what=told, reason=vendor.reason)
        yield Exclusion("status", told)


def by_ceiling(context: Context, vendor: Vendor, rule: str) -> Iterator[Exclusion]:
    """Give what is above its ceiling where the sheet says `rule` (exclude or flag)."""
    for amount in above_ceiling(context.sheet, context.bids.procurement, vendor):
        if ceiling_rule(context.sheet, amount) == rule:
            yield Exclusion(
                "ceiling",
                message(
                    N_("{amount} {price} is above the ceiling of {ceiling}"),
                    amount=context.sheet.amounts[amount].name,
                    price=display(context.amounts[vendor.id][amount].value),
                    ceiling=display(context.bids.procurement.ceilings[amount].value),
                ),
            )


def by_checks(context: Context, marks: Mapping[str, Sequence[Mark]]) -> Iterator[Exclusion]:
    """Give the checks that were failed and exclude."""
    for leaf in context.sheet.leaves:
        check = leaf.score
        if (
            isinstance(check, Check)
            and check.fail == "exclude"
            and not passed(leaf, marks[leaf.id])
        ):
            no = [mark.evaluator for mark in marks[leaf.id] if mark.value == 0]
            if check.by == "secretariat":
                told = message(N_("does not meet “{criterion}”"), criterion=leaf.criterion.name)
            else:
                told = message(
                    N_("does not meet “{criterion}” ({no} of {count} evaluators: {who})"),
                    criterion=leaf.criterion.name,
                    no=len(no),
                    count=len(marks[leaf.id]),
                    who=listing(no),
                )
            yield Exclusion("check", told)


def by_minimums(
    sheet: CriteriaSheet,
    minimums: Iterable[Minimum],
    scores: Sequence[Score],
    total: Fraction | None,
) -> Iterator[Exclusion]:
    """Give the minimums that are not reached. Reaching one exactly passes."""
    top = {score.criterion: score for each in scores for score in each.walk()}
    for minimum in minimums:
        for what, points, of in _measured(sheet, minimum, top, total):
            needed = minimum.at_least.of(of)
            if points < needed:
                yield Exclusion(
                    "minimum",
                    message(
                        N_("{what}: {points} of {of} points, at least {needed} needed"),
                        what=what,
                        points=display(points),
                        of=display(of),
                        needed=_needed(minimum, needed),
                    ),
                )


def _needed(minimum: Minimum, needed: Fraction) -> str:
    if minimum.at_least.percent:
        return f"{display(needed)} ({minimum.at_least})"
    return display(needed)


def _measured(
    sheet: CriteriaSheet, minimum: Minimum, scores: Mapping[str, Score], total: Fraction | None
) -> Iterator[tuple[str | Message, Fraction, Fraction]]:
    """Give what a minimum is held against: its name, the points, out of how many."""
    if minimum.criterion is not None:
        chosen = [sheet.by_id[minimum.criterion]]
    elif minimum.each_of is not None:
        chosen = list(sheet.by_id[minimum.each_of].criteria)
    else:
        yield from _measured_total(sheet, minimum.excluding, scores, total)
        return
    for criterion in chosen:
        score = scores[criterion.id]
        if score.points is not None and score.of:  # a mere check has nothing to reach
            yield criterion.name, score.points, score.of


def _measured_total(
    sheet: CriteriaSheet, excluding: str | None, scores: Mapping[str, Score], total: Fraction | None
) -> Iterator[tuple[str | Message, Fraction, Fraction]]:
    tops = [scores[criterion.id] for criterion in sheet.criteria]
    of = sum((score.of for score in tops), Fraction(0))
    if excluding is None:
        if total is not None:
            yield message(N_("total")), total, of
        return
    # Points that exclude a criterion must be known without it: price may not be scored yet.
    known = [score.points for top in tops for score in _outside(top, excluding)]
    points = [each for each in known if each is not None]
    if len(points) == len(known):
        told = message(N_("total without {criterion}"), criterion=sheet.by_id[excluding].name)
        yield told, sum(points, Fraction(0)), of - scores[excluding].of


def _outside(score: Score, excluding: str) -> Iterator[Score]:
    """Give the largest scores that do not hold the criterion `excluding`."""
    if all(each.criterion != excluding for each in score.walk()):
        yield score
    elif score.criterion != excluding:
        for part in score.parts:
            yield from _outside(part, excluding)


def involves_price(sheet: CriteriaSheet, minimum: Minimum) -> bool:
    """Tell whether a minimum can only be judged when the price points are known."""
    named = minimum.criterion or minimum.each_of
    if named is not None:
        return _priced(sheet, sheet.by_id[named])
    outside = sheet.by_id[minimum.excluding].ids if minimum.excluding else frozenset()
    return any(_priced(sheet, leaf.criterion) for leaf in sheet.leaves if leaf.id not in outside)


def _priced(sheet: CriteriaSheet, criterion: Criterion) -> bool:
    return any(
        isinstance(leaf.score, Price)
        or (
            isinstance(leaf.score, ByFormula)
            and not sheet.amounts.keys().isdisjoint(names(leaf.score.formula))
        )
        for leaf in sheet.leaves
        if leaf.id in criterion.ids
    )
