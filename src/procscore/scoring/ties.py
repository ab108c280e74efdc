"""Telling tied vendors apart by the sheet's chain of rules (order of work, step 8).

Every step is recorded. What the chain does not settle stays a tie and is shown as one; the order
of the workbook never decides anything.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from procscore.exact import display
from procscore.language import N_, listing, message
from procscore.model.result import Compared, Tie, TieStep, VendorResult
from procscore.model.rules_told.ranking import PEOPLE_WORDS
from procscore.model.tie_steps import Lot
from procscore.model.tie_steps import TieStep as Rule
from procscore.scoring.context import Context
from procscore.scoring.lot_order import whole
from procscore.scoring.lots import lots
from procscore.scoring.ranking import in_order, measured
from procscore.scoring.votes import VOTES, Votes, votes

Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Contest:
    """All vendors that are ranked, tied or not."""

    context: Context
    standing: Sequence[VendorResult]

    @cached_property
    def votes(self) -> Votes:
        """Return what the evaluators found of them."""
        return votes(self.context, self.standing)

    @cached_property
    def by_id(self) -> Mapping[str, VendorResult]:
        """Return them by vendor id."""
        return {each.vendor.id: each for each in self.standing}


Step = Callable[["Contest", Rule, Sequence[str]], Iterator[TieStep]]
"""What a rule makes of a group of tied vendors, record by record."""


def _by(amount: str, criterion: str, *, lowest_first: bool) -> Step:
    """Return the step that compares what a rule names, told as of an amount or of points."""

    def compare(contest: Contest, rule: Rule, group: Sequence[str]) -> Iterator[TieStep]:
        values, names = _sums(contest, rule, group), _names(contest, rule)
        if rule.name in contest.context.sheet.declared:
            told = message(amount, amount=names)
        else:
            told = message(criterion, criterion=names)
        order = in_order(values, lowest_first=lowest_first)
        compared = Compared(values, lowest_first, rule.names)
        yield TieStep(told, _shown(values), order, compared=compared)

    return compare


def _sums(contest: Contest, rule: Rule, group: Sequence[str]) -> dict[str, Fraction]:
    """Return what is compared: an amount, a quantity, or the points of one or several criteria."""
    return {
        vendor: sum((measured(contest.by_id[vendor], name) for name in rule.names), Fraction(0))
        for vendor in group
    }


def _names(contest: Contest, rule: Rule) -> str:
    return " + ".join(map(contest.context.sheet.name_of, rule.names))


def _more(contest: Contest, rule: Rule, group: Sequence[str]) -> Iterator[TieStep]:
    """Compare counts of votes one after the other, each among those who are still tied."""
    groups: Groups = (tuple(group),)
    for count in VOTES[rule.votes or "first-places"](contest.votes):
        for tied in [each for each in groups if len(each) > 1]:
            values = {vendor: count.values[vendor] for vendor in tied}
            order = in_order(values, lowest_first=False)
            compared = Compared(values, lowest_first=False)
            yield TieStep(count.rule, _shown(values), order, compared=compared)
            groups = refined(groups, order)


def _lot(contest: Contest, rule: Rule, group: Sequence[str]) -> Iterator[TieStep]:
    return lots(contest.context, rule.lot or Lot(), [contest.by_id[vendor] for vendor in group])


_DECIDED = {
    ("committee",): N_("the committee decided"),
    ("chair",): N_("the chair decided"),
    ("vote",): N_("a run-off vote decided"),
    ("vote", "chair"): N_("a run-off vote decided, or the chair where it was equal"),
}
"""By the people in the chain: what they decided stands in one column, whoever it was."""


def _people(contest: Contest, rule: Rule, group: Sequence[str]) -> Iterator[TieStep]:
    """Take the decision that was handed in, if it puts all of `group` in an order."""
    tied = [contest.by_id[vendor].vendor for vendor in group]
    written = {each.id: each.decision or "" for each in tied}
    places = {each: whole(text) for each, text in written.items()}
    given = {each: Fraction(place) for each, place in places.items() if place is not None}
    if len(set(given.values())) == len(group):
        people = tuple(
            each.rule for each in contest.context.ranking.ties if each.rule in PEOPLE_WORDS
        )
        order = in_order(given, lowest_first=True)
        compared = Compared(given, lowest_first=True)
        yield TieStep(message(_DECIDED[people]), written, order, rule.rule, compared)
        return
    if given:
        contest.context.problems.add(
            "decision-unclear",
            min((each.place("decision") for each in tied), key=lambda where: where.order),
            vendors=listing(each.name for each in contest.context.bids.vendors if each in tied),
        )
    blank = dict.fromkeys(group, "")
    yield TieStep(message(PEOPLE_WORDS[rule.rule]), blank, (tuple(group),), rule.rule)


STEPS: dict[str, Step] = {
    "higher": _by(N_("higher {amount}"), N_("more points in “{criterion}”"), lowest_first=False),
    "lower": _by(N_("lower {amount}"), N_("fewer points in “{criterion}”"), lowest_first=True),
    "more": _more,
    "lot": _lot,
    "committee": _people,
    "chair": _people,
    "vote": _people,
}


def settle(
    context: Context,
    value: Fraction,
    tied: Sequence[VendorResult],
    standing: Sequence[VendorResult],
) -> Tie:
    """Apply the chain to vendors whose ranking value is exactly `value`.

    Where a lot is due it is final: until it is drawn, no later step is asked.
    """
    contest = Contest(context, standing)
    vendors = tuple(each.vendor.id for each in tied)
    groups: Groups = (vendors,)
    steps: list[TieStep] = []
    waiting: set[str] = set()
    for rule in context.ranking.ties:
        for group in groups:
            if len(group) == 1 or waiting.issuperset(group):
                continue
            for record in STEPS[rule.rule](contest, rule, group):
                steps.append(record)
                groups = refined(groups, record.order)
                if record.awaits == "lot":
                    waiting.update(group)
    return Tie(value, vendors, tuple(steps), groups)


def refined(groups: Groups, order: Groups) -> Groups:
    """Return `groups` with `order` in the place of the group whose vendors it puts in order."""
    found = frozenset(vendor for group in order for vendor in group)
    return tuple(
        each for group in groups for each in (order if frozenset(group) == found else (group,))
    )


def check_decisions(context: Context, ties: Sequence[Sequence[Tie]]) -> None:
    """Report decisions that nothing asked for, and those that served in several rounds.

    `ties` are those of each round. There is one column: what was decided in one stage would
    silently decide in the next.
    """
    asked = [
        {
            vendor
            for tie in of_round
            for step in tie.steps
            if step.awaits in PEOPLE_WORDS
            for vendor in step.values
        }
        for of_round in ties
    ]
    for vendor in context.bids.vendors:
        times = sum(vendor.id in each for each in asked)
        if vendor.decision is not None and times != 1:
            code = "decision-used-twice" if times else "decision-not-asked"
            context.problems.add(code, vendor.place("decision"), vendor=vendor.name)


def _shown(values: Mapping[str, Fraction]) -> dict[str, str]:
    return {vendor: display(value) for vendor, value in values.items()}
