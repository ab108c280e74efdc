"""Price points, over the bids that still count (order of work, step 5)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from procscore.formula import Derivation, Input, derive, parse
from procscore.model.amounts import as_input
from procscore.model.bids import Vendor
from procscore.model.criteria import Leaf
from procscore.model.result import Score
from procscore.model.scores import ByFormula, Price
from procscore.scoring.context import Context

_AVERAGE = parse("mean(prices)")


def price_score(context: Context, leaf: Leaf, vendor: Vendor, counted: Sequence[Vendor]) -> Score:
    """Return the score of a leaf that is compared; `counted` are the bids whose amounts count."""
    if leaf.compared is None:
        raise TypeError(leaf.id)
    own = context.amounts[vendor.id]
    values = {
        **_known(own),
        **_market([context.amounts[each.id][leaf.compared] for each in counted]),
        "points": Input("points", leaf.points),
    }
    if isinstance(leaf.score, Price):
        values |= figures(context, leaf.compared)
        values["price"] = as_input("price", own[leaf.compared])
    score = _computed(context, leaf, vendor, values)
    return replace(score, among=tuple(each.id for each in counted))


def formula_score(context: Context, leaf: Leaf, vendor: Vendor) -> Score:
    """Return the score of a criterion that is computed from declared quantities and amounts."""
    points = Input("points", leaf.points)
    return _computed(
        context, leaf, vendor, {**_known(context.amounts[vendor.id]), "points": points}
    )


def _computed(context: Context, leaf: Leaf, vendor: Vendor, values: Mapping[str, Input]) -> Score:
    score = leaf.score
    if not isinstance(score, Price | ByFormula):
        raise TypeError(leaf.id)
    rounding = score.round.rounding if score.round else None
    derivation = context.derive(vendor, leaf.criterion.name, score.formula, values, rounding)
    return Score(leaf.id, leaf.points, derivation)


def _known(own: Mapping[str, Derivation]) -> dict[str, Input]:
    return {key: as_input(key, derivation) for key, derivation in own.items()}


def _market(quoted: list[Derivation]) -> dict[str, Input]:
    """Return what the bids that count say together: lowest, highest, average, count."""
    if not quoted:
        return {}
    values = tuple(each.value for each in quoted)
    places = tuple(place for each in quoted for place in as_input("price", each).where)
    average = derive(_AVERAGE, (Input("prices", values, places, derivations=tuple(quoted)),))
    lowest, highest = min(quoted, key=_value), max(quoted, key=_value)
    return {
        "lowest": as_input("lowest", lowest),
        "highest": as_input("highest", highest),
        "average": Input("average", average.value, derivation=average),
        "count": Input("count", Fraction(len(values))),
    }


def _value(derivation: Derivation) -> Fraction:
    return derivation.value


def figures(context: Context, amount: str | None = None) -> dict[str, Input]:
    """Return the figures that the procurement declares: ceiling, investigation, estimate.

    The ceiling is that of `amount`, else of the amount that an unnamed ceiling speaks of.
    """
    procurement = context.bids.procurement
    quotes = {
        "ceiling": procurement.ceilings.get(amount or context.sheet.main_amount or ""),
        "investigation": procurement.investigation,
        "estimate": procurement.estimate,
    }
    return {
        name: Input(name, quote.value, (quote.where,)) for name, quote in quotes.items() if quote
    }
