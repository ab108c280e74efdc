"""Telling tied vendors apart by the sheet's chain of rules (order of work, step 8).

Every step is recorded. What the chain does not settle stays a tie and is shown as one; the order
of the workbook never decides anything.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from procscore import exact
from procscore.exact import display
from procscore.language import N_, Message, message
from procscore.model.result import Tie, TieStep, VendorResult
from procscore.model.rules import TieStep as Rule
from procscore.scoring.context import Context
from procscore.scoring.ranking import first_places, in_order


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one rule says of the tied vendors."""

    rule: Message
    values: Mapping[str, Fraction] | None
    """None where the rule cannot decide, and for the committee, which is not computed."""
    shown: Mapping[str, str]
    lowest_first: bool


def _higher(
    context: Context, rule: Rule, tied: Sequence[VendorResult], standing: Sequence[VendorResult]
) -> Comparison:
    del standing
    points = {each.vendor.id: each.points(rule.name) or Fraction(0) for each in tied}
    told = message(
        N_("more points in “{criterion}”"), criterion=context.sheet.by_id[rule.name].name
    )
    return Comparison(told, points, _shown(points), lowest_first=False)


def _lower(
    context: Context, rule: Rule, tied: Sequence[VendorResult], standing: Sequence[VendorResult]
) -> Comparison:
    del standing
    prices = {each.vendor.id: each.amounts[rule.name].value for each in tied}
    told = message(N_("lower {amount}"), amount=context.sheet.amounts[rule.name].name)
    return Comparison(told, prices, _shown(prices), lowest_first=True)


def _more(
    context: Context, rule: Rule, tied: Sequence[VendorResult], standing: Sequence[VendorResult]
) -> Comparison:
    del rule
    firsts = first_places(context, standing)
    votes = {each.vendor.id: sum(firsts[each.vendor.id], Fraction(0)) for each in tied}
    told = message(N_("put first by more evaluators"))
    return Comparison(told, votes, _shown(votes), lowest_first=False)


def _lot(
    context: Context, rule: Rule, tied: Sequence[VendorResult], standing: Sequence[VendorResult]
) -> Comparison:
    """Compare the lots that were drawn: the smallest number wins. All tied vendors need one."""
    del rule, standing
    told = message(N_("lot, smallest number first"))
    shown = {each.vendor.id: each.vendor.lot or "" for each in tied}
    missing = [each.vendor for each in tied if each.vendor.lot is None]
    for vendor in missing:
        context.problems.add("lot-not-drawn", vendor.where, vendor=vendor.name)
    if missing:
        return Comparison(told, None, shown, lowest_first=True)
    values = {each.vendor.id: exact.parse(each.vendor.lot or "").value for each in tied}
    return Comparison(told, values, shown, lowest_first=True)


def _committee(
    context: Context, rule: Rule, tied: Sequence[VendorResult], standing: Sequence[VendorResult]
) -> Comparison:
    del context, rule, standing
    told = message(N_("the committee decides"))
    return Comparison(told, None, {each.vendor.id: "" for each in tied}, lowest_first=False)


STEPS: dict[
    str, Callable[[Context, Rule, Sequence[VendorResult], Sequence[VendorResult]], Comparison]
] = {
    "higher": _higher,
    "lower": _lower,
    "more": _more,
    "lot": _lot,
    "committee": _committee,
}


def settle(
    context: Context,
    value: Fraction,
    tied: Sequence[VendorResult],
    standing: Sequence[VendorResult],
) -> Tie:
    """Apply the chain to vendors whose ranking value is exactly `value`."""
    by_id = {each.vendor.id: each for each in tied}
    groups: tuple[tuple[str, ...], ...] = (tuple(by_id),)
    steps: list[TieStep] = []
    for rule in context.sheet.ranking.ties:
        refined: list[tuple[str, ...]] = []
        for group in groups:
            if len(group) == 1:
                refined.append(group)
                continue
            comparison = STEPS[rule.rule](
                context, rule, [by_id[vendor] for vendor in group], standing
            )
            order = (
                (group,)
                if comparison.values is None
                else in_order(comparison.values, lowest_first=comparison.lowest_first)
            )
            steps.append(TieStep(comparison.rule, comparison.shown, order))
            refined.extend(order)
        groups = tuple(refined)
    return Tie(value, tuple(by_id), tuple(steps), groups)


def _shown(values: Mapping[str, Fraction]) -> dict[str, str]:
    return {vendor: display(value) for vendor, value in values.items()}
