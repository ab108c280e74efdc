"""Who is out, and why (order of work, steps 1, 2, 4 and 6)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, Message, listing, message
from procscore.model.amounts import above_ceiling, ceiling_rule
from procscore.model.bids import Mark, Status, Vendor
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.result import Exclusion, Own, Score
from procscore.model.rules import Minimum
from procscore.model.scores import Check, Grades, Marks
from procscore.scoring.context import Context
from procscore.scoring.panel import CARRIED, passed

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


def by_checks(
    context: Context, vendor: Vendor, leaves: Iterable[Leaf], marks: Mapping[str, Sequence[Mark]]
) -> Iterator[Exclusion]:
    """Give the checks among `leaves` that were failed and exclude."""
    for leaf in leaves:
        check = leaf.score
        if (
            isinstance(check, Check)
            and check.fail == "exclude"
            and not passed(leaf, marks[leaf.id], context.chair(vendor, leaf))
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


def by_vetoes(leaves: Iterable[Leaf], vetoes: Mapping[str, Sequence[str]]) -> Iterator[Exclusion]:
    """Give the criteria among `leaves` whose veto stands; `vetoes` are the evaluators by id."""
    for leaf in leaves:
        if leaf.id in vetoes and isinstance(leaf.score, Marks | Grades) and leaf.score.veto:
            yield Exclusion(
                "veto",
                message(
                    N_("“{criterion}” was marked {mark} by {who}"),
                    criterion=leaf.criterion.name,
                    mark=leaf.score.veto.mark,
                    who=listing(vetoes[leaf.id]),
                ),
            )


@dataclass(frozen=True, slots=True)
class Found:
    """What a vendor's minimums are held against."""

    scores: Sequence[Score]
    """All top criteria."""
    counted: Sequence[Score]
    """Those that count for the total."""
    total: Fraction | None
    own: Mapping[str | None, Own]
    """What its evaluators found, by the criterion (None: the total) that a minimum asks them of."""


def by_minimums(
    sheet: CriteriaSheet, minimums: Iterable[Minimum], found: Found
) -> Iterator[Exclusion]:
    """Give the minimums that are not reached. Reaching one exactly passes."""
    for minimum in minimums:
        if minimum.evaluators is not None:
            yield from _by_evaluators(sheet, minimum, found)
            continue
        for what, points, of in measured(sheet, minimum, found):
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


VOTE_SENTENCES = {
    "any": N_("one of them is needed"),
    "majority": N_("more than half of them are needed"),
    "all": N_("all of them are needed"),
}


def _by_evaluators(sheet: CriteriaSheet, minimum: Minimum, found: Found) -> Iterator[Exclusion]:
    """Give a minimum that too few evaluators see reached, each by its own marks."""
    what = sheet.by_id[minimum.criterion].name if minimum.criterion else message(N_("total"))
    chosen = [minimum.criterion] if minimum.criterion else [top.criterion for top in found.counted]
    needed = minimum.at_least.of(sum((sheet.by_id[each].worth for each in chosen), Fraction(0)))
    asked = found.own[minimum.criterion]
    reached = [each for each, own in asked.items() if own[minimum.criterion].value >= needed]
    if minimum.evaluators and not CARRIED[minimum.evaluators](len(reached), len(asked)):
        yield Exclusion(
            "minimum",
            message(
                N_("{what}: {reached} of {count} evaluators gave at least {needed}; {votes}"),
                what=what,
                reached=len(reached),
                count=len(asked),
                needed=_needed(minimum, needed),
                votes=message(VOTE_SENTENCES[minimum.evaluators]),
            ),
        )


def _needed(minimum: Minimum, needed: Fraction) -> str | Message:
    if minimum.at_least.percent:
        share = str(minimum.at_least)
        return message(N_("{needed} ({share})"), needed=display(needed), share=share)
    return display(needed)


def measured(
    sheet: CriteriaSheet, minimum: Minimum, found: Found
) -> Iterator[tuple[str | Message, Fraction, Fraction]]:
    """Give what a minimum is held against: its name, the points, out of how many."""
    if minimum.criterion is not None:
        chosen = [sheet.by_id[minimum.criterion]]
    elif minimum.each_of is not None:
        chosen = list(sheet.by_id[minimum.each_of].criteria)
    else:
        yield from _measured_total(sheet, minimum.excluding, found)
        return
    scores = {score.criterion: score for each in found.scores for score in each.walk()}
    for criterion in chosen:
        score = scores[criterion.id]
        if score.points is not None and score.of:  # a mere check has nothing to reach
            yield criterion.name, score.points, score.of


def _measured_total(
    sheet: CriteriaSheet, excluding: str | None, found: Found
) -> Iterator[tuple[str | Message, Fraction, Fraction]]:
    if excluding is None:
        if found.total is not None:
            of = sum((score.of for score in found.counted), Fraction(0))
            yield message(N_("total")), found.total, of
        return
    # Points that exclude a criterion must be known without it: price may not be scored yet.
    outside = [score for top in found.counted for score in _outside(top, excluding)]
    points = [score.points for score in outside if score.points is not None]
    if len(points) == len(outside):
        told = message(N_("total without {criterion}"), criterion=sheet.by_id[excluding].name)
        of = sum((score.of for score in outside), Fraction(0))
        yield told, sum(points, Fraction(0)), of


def _outside(score: Score, excluding: str) -> Iterator[Score]:
    """Give the largest scores that do not hold the criterion `excluding`."""
    if all(each.criterion != excluding for each in score.walk()):
        yield score
    elif score.criterion != excluding:
        for part in score.parts:
            yield from _outside(part, excluding)
