"""What is compared, and the ranks that follow (order of work, step 7)."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction

from procscore.formula import Derivation, Input, derive, parse
from procscore.language import N_, message
from procscore.model.amounts import as_input
from procscore.model.result import VendorResult
from procscore.scoring.context import Context
from procscore.scoring.own_ranks import Groups, separate

Values = dict[str, Derivation]
"""The ranking value of each vendor, by vendor id."""


def by_points(context: Context, vendors: Sequence[VendorResult]) -> Values:
    """Compare the totals."""
    rounding = context.ranking.round
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
    ranking = context.ranking
    if ranking.formula is None:
        raise TypeError("ranking.formula")  # the check of the sheet does not let this pass
    rounding = ranking.round.rounding if ranking.round else None
    values: Values = {}
    for each in vendors:
        value = context.derive(
            each.vendor, message(N_("the ranking value")), ranking.formula, named(each), rounding
        )
        if value:
            values[each.vendor.id] = value
    return values


def named(each: VendorResult) -> dict[str, Input]:
    """Return what a ranking formula may name of a vendor: its amounts and its points."""
    known = {key: as_input(key, amount) for key, amount in each.amounts.items()}
    for score in each.walk():
        if score.derivation:
            known[score.criterion] = Input(
                score.criterion, score.derivation.value, derivation=score.derivation
            )
    return known


def measured(each: VendorResult, name: str) -> Fraction:
    """Return a vendor's amount or quantity, or its points of a criterion (0 where it has none).

    Raises KeyError for what the sheet does not declare.
    """
    if name in each.amounts:
        return each.amounts[name].value
    return each.points(name) or Fraction(0)


def by_ranks(formula: str) -> Callable[[Context, Sequence[VendorResult]], Values]:
    """Compare the sum or the mean of the ranks that the evaluators' own totals give."""

    def values(context: Context, vendors: Sequence[VendorResult]) -> Values:
        rounding = context.ranking.round
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


METHODS: dict[str, Callable[[Context, Sequence[VendorResult]], Values]] = {
    "points": by_points,
    "formula": by_formula,
    "rank-sum": by_ranks("sum(ranks)"),
    "mean-rank": by_ranks("mean(ranks)"),
    "first-places": by_first_places,
}


def own_totals(vendors: Sequence[VendorResult]) -> dict[str, dict[str, Fraction]]:
    """Return each evaluator's total for each vendor: by evaluator id, then vendor id.

    It is the evaluator's own marks together with the points that all evaluators share (the
    secretariat's, the price's), as on the evaluator's own score sheet.
    """
    totals: dict[str, dict[str, Fraction]] = {}
    for each in vendors:
        for evaluator, own in each.own.items():
            totals.setdefault(evaluator, {})[each.vendor.id] = own[None].value
    return totals


def own_orders(context: Context, vendors: Sequence[VendorResult]) -> dict[str, Groups]:
    """Return the order in which each evaluator's totals put the vendors, by evaluator id.

    Best first; equal totals stand in one group. With `evaluator_ranks: distinct` the evaluator's
    own ranks separate them, and those that they do not separate are reported.
    """
    distinct = context.ranking.evaluator_ranks == "distinct"
    orders: dict[str, Groups] = {}
    for evaluator, totals in own_totals(vendors).items():
        groups = in_order(totals, lowest_first=False)
        orders[evaluator] = separate(context, evaluator, totals, groups) if distinct else groups
    return orders


def evaluator_ranks(
    context: Context, vendors: Sequence[VendorResult]
) -> dict[str, dict[str, Fraction]]:
    """Return the rank that each evaluator's total gives: by vendor id, then evaluator id."""
    convention = EVALUATOR_RANKS[context.ranking.evaluator_ranks]
    ranks: dict[str, dict[str, Fraction]] = {each.vendor.id: {} for each in vendors}
    for evaluator, groups in own_orders(context, vendors).items():
        for vendor, rank in assign(groups, convention).items():
            ranks[vendor][evaluator] = rank
    return ranks


def first_places(
    context: Context, vendors: Sequence[VendorResult]
) -> dict[str, tuple[Fraction, ...]]:
    """Return, by vendor id, 1 for each evaluator who put the vendor first and 0 for the others."""
    firsts = [groups[0] for groups in own_orders(context, vendors).values()]
    return {
        each.vendor.id: tuple(Fraction(int(each.vendor.id in first)) for first in firsts)
        for each in vendors
    }


def in_order(values: Mapping[str, Fraction], *, lowest_first: bool) -> Groups:
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
EVALUATOR_RANKS: dict[str, Convention] = {
    **EQUAL_RANKS,
    "distinct": competition,
}
"""The same for the equal totals of one evaluator; `distinct` has separated them before."""


def assign(groups: Sequence[Sequence[str]], convention: Convention) -> dict[str, Fraction]:
    """Return the rank of every vendor of `groups`, which stand best first."""
    ranks: dict[str, Fraction] = {}
    for index, group in enumerate(groups):
        rank = convention(len(ranks), index, len(group))
        ranks.update(dict.fromkeys(group, rank))
    return ranks
