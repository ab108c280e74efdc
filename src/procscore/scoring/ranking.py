"""What is compared, and the ranks that follow (order of work, step 7)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from procscore.formula import Derivation, Input, derive, parse
from procscore.language import N_, message
from procscore.model.amounts import as_input
from procscore.model.result import VendorResult
from procscore.scoring.context import Context
from procscore.scoring.tree import evaluator_totals

Values = dict[str, Derivation]
"""The ranking value of each vendor, by vendor id."""


@dataclass(frozen=True, slots=True)
class Method:
    """A way of ranking: how the compared value is computed, and which way is better."""

    values: Callable[[Context, Sequence[VendorResult]], Values]
    lowest_first: bool


def by_points(context: Context, vendors: Sequence[VendorResult]) -> Values:
    """Compare the totals."""
    rounding = context.sheet.ranking.round
    if rounding is None:
        return {each.vendor.id: each.total for each in vendors if each.total}
    return {
        each.vendor.id: derive(
            parse("total"),
            (Input("total", each.total.value, derivation=each.total),),
            rounding.rounding,
        )
        for each in vendors
        if each.total
    }


def by_formula(context: Context, vendors: Sequence[VendorResult]) -> Values:
    """Compare the value of the ranking formula, such as points ÷ price (除算方式)."""
    ranking = context.sheet.ranking
    if ranking.formula is None:
        raise TypeError("ranking.formula")  # the check of the sheet does not let this pass
    rounding = ranking.round.rounding if ranking.round else None
    values: Values = {}
    for each in vendors:
        known = {key: as_input(key, amount) for key, amount in each.amounts.items()}
        for score in each.walk():
            if score.derivation:
                known[score.criterion] = Input(
                    score.criterion, score.derivation.value, derivation=score.derivation
                )
        value = context.derive(
            each.vendor, message(N_("the ranking value")), ranking.formula, known, rounding
        )
        if value:
            values[each.vendor.id] = value
    return values


def by_ranks(formula: str) -> Callable[[Context, Sequence[VendorResult]], Values]:
    """Compare the sum or the mean of the ranks that the evaluators' own totals give."""

    def values(context: Context, vendors: Sequence[VendorResult]) -> Values:
        rounding = context.sheet.ranking.round
        return {
            vendor: derive(
                parse(formula),
                (Input("ranks", tuple(ranks.values())),),
                rounding.rounding if rounding else None,
            )
            for vendor, ranks in evaluator_ranks(context, vendors).items()
        }

    return values


def by_first_places(context: Context, vendors: Sequence[VendorResult]) -> Values:
    """Compare how many evaluators put the vendor first. Shared first places count for each."""
    return {
        vendor: derive(parse("sum(firsts)"), (Input("firsts", firsts),))
        for vendor, firsts in first_places(context, vendors).items()
    }


METHODS: dict[str, Method] = {
    "points": Method(by_points, lowest_first=False),
    "formula": Method(by_formula, lowest_first=False),
    "rank-sum": Method(by_ranks("sum(ranks)"), lowest_first=True),
    "mean-rank": Method(by_ranks("mean(ranks)"), lowest_first=True),
    "first-places": Method(by_first_places, lowest_first=False),
}


def own_totals(context: Context, vendors: Sequence[VendorResult]) -> dict[str, dict[str, Fraction]]:
    """Return each evaluator's total for each vendor: by evaluator id, then vendor id.

    It is the evaluator's own marks together with the points that all evaluators share (the
    secretariat's, the price's), as on the evaluator's own score sheet.
    """
    leaves = context.sheet.totalled
    marked = {leaf.id for leaf in leaves}
    totals: dict[str, dict[str, Fraction]] = {}
    for each in vendors:
        scores = [score for score in each.walk() if not score.parts]
        times = context.times(each.vendor)  # `sum` counted the shared points once for everybody
        marks = {score.criterion: score.marks for score in scores}
        shared = sum(
            (score.points or Fraction(0) for score in scores if score.criterion not in marked),
            Fraction(0),
        )
        for evaluator, total in evaluator_totals(leaves, marks).items():
            totals.setdefault(evaluator, {})[each.vendor.id] = total + shared / times
    return totals


def evaluator_ranks(
    context: Context, vendors: Sequence[VendorResult]
) -> dict[str, dict[str, Fraction]]:
    """Return the rank that each evaluator's total gives: by vendor id, then evaluator id."""
    convention = EQUAL_RANKS[context.sheet.ranking.equal_ranks]
    ranks: dict[str, dict[str, Fraction]] = {each.vendor.id: {} for each in vendors}
    for evaluator, totals in own_totals(context, vendors).items():
        groups = in_order(totals, lowest_first=False)
        for vendor, rank in assign(groups, convention).items():
            ranks[vendor][evaluator] = rank
    return ranks


def first_places(
    context: Context, vendors: Sequence[VendorResult]
) -> dict[str, tuple[Fraction, ...]]:
    """Return, by vendor id, 1 for each evaluator who put the vendor first and 0 for the others."""
    totals = own_totals(context, vendors)
    best = {evaluator: max(own.values()) for evaluator, own in totals.items()}
    return {
        each.vendor.id: tuple(
            Fraction(int(own[each.vendor.id] == best[evaluator]))
            for evaluator, own in totals.items()
        )
        for each in vendors
    }


def in_order(values: Mapping[str, Fraction], *, lowest_first: bool) -> tuple[tuple[str, ...], ...]:
    """Return the vendors best first; those with exactly equal values stand in one group."""
    groups: dict[Fraction, list[str]] = {}
    for vendor, value in values.items():
        groups.setdefault(value, []).append(vendor)
    return tuple(tuple(groups[value]) for value in sorted(groups, reverse=not lowest_first))


def competition(before: int, index: int, size: int) -> Fraction:
    """Give 1, 2, 2, 4."""
    del index, size
    return Fraction(before + 1)


def dense(before: int, index: int, size: int) -> Fraction:
    """Give 1, 2, 2, 3."""
    del before, size
    return Fraction(index + 1)


def average(before: int, index: int, size: int) -> Fraction:
    """Give 1, 2.5, 2.5, 4: the mean of the places that the group takes up."""
    del index
    return before + Fraction(size + 1, 2)


Convention = Callable[[int, int, int], Fraction]
"""(vendors before the group, groups before it, vendors in it) → the rank of each of them."""
EQUAL_RANKS: dict[str, Convention] = {
    "competition": competition,
    "dense": dense,
    "average": average,
}


def assign(groups: Sequence[Sequence[str]], convention: Convention) -> dict[str, Fraction]:
    """Return the rank of every vendor of `groups`, which stand best first."""
    ranks: dict[str, Fraction] = {}
    for index, group in enumerate(groups):
        rank = convention(len(ranks), index, len(group))
        ranks.update(dict.fromkeys(group, rank))
    return ranks
