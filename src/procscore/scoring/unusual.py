"""Tests for abnormally low bids. They flag a bid for clarification, they never exclude it.

A test takes the prices of the ranked bids and the figures that are known: `estimate` and `ceiling`
where the procurement states them, `share` where the rule takes one. It gives a reason, with the
numbers that a reader needs to check it, for every vendor that it flags.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import isqrt

from procscore.exact import display
from procscore.formula.functions import mean, variance
from procscore.language import N_, Message, message

Prices = Mapping[str, Fraction]
Figures = Mapping[str, Fraction]
Flags = dict[str, Message]
Test = Callable[[Prices, Figures], Flags]

_RELATIVE_FROM = 5
"""From so many bids on the World Bank compares the bids with each other."""
_FEWEST = 3
"""Fewer bids than these make no mean by article 85."""
_ROOT_PLACES = 4
_OF_MEAN = N_(
    "the price {price} is below {limit}, which is {share} of the mean {mean} of {count} bids"
)


class FigureMissingError(LookupError):
    """A figure without which the test cannot be made; `name` is a key of `FIGURE_WORDS`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _need(figures: Figures, name: str) -> Fraction:
    if name not in figures:
        raise FigureMissingError(name)
    return figures[name]


def _below(prices: Prices, share: Fraction, of: Fraction, told: str, **details: object) -> Flags:
    """Flag the prices below a share of `of`, all told by one template."""
    limit = share * of
    return {
        vendor: message(
            told,
            price=display(price),
            limit=display(limit),
            share=f"{display(share * 100)}%",
            **details,
        )
        for vendor, price in prices.items()
        if price < limit
    }


def mean_minus_deviation(prices: Prices, figures: Figures) -> Flags:
    """Flag prices more than one population standard deviation below the mean.

    The World Bank's relative test (Abnormally Low Bids and Proposals, 2016, Annex I). The
    deviation is irrational, so its square is compared: exact, without a root.
    """
    del figures
    if not prices:
        return {}
    values = list(prices.values())
    centre, spread = mean(values), variance(values)
    return {
        vendor: message(
            N_(
                "the price {price} is more than one standard deviation ({deviation}) below the mean {mean} of {count} bids"
            ),
            price=display(price),
            deviation=_root(spread),
            mean=display(centre),
            count=len(values),
        )
        for vendor, price in prices.items()
        if price < centre and (centre - price) ** 2 > spread
    }


def _root(square: Fraction) -> str:
    """Return the first digits of a root, each of them right: `315,974.5369…`."""
    scale = 10**_ROOT_PLACES
    digits = isqrt(int(square * scale**2))
    root = Fraction(digits, scale)
    if root**2 == square:
        return display(root, places=_ROOT_PLACES)
    whole, decimals = divmod(digits, scale)
    return f"{whole:,}.{decimals:0{_ROOT_PLACES}}…"


def world_bank(prices: Prices, figures: Figures) -> Flags:
    """Of fewer than five bids flag those 20 % or more below the estimate, else by the deviation.

    World Bank, Abnormally Low Bids and Proposals, 2016: the absolute and the relative approach.
    """
    if not prices or len(prices) >= _RELATIVE_FROM:
        return mean_minus_deviation(prices, figures)
    share, estimate = Fraction(80, 100), _need(figures, "estimate")
    return {
        vendor: message(
            N_(
                "the price {price} is not above {limit}, which is {share} of the estimate {estimate} (there are fewer than {count} bids)"
            ),
            price=display(price),
            limit=display(share * estimate),
            share=f"{display(share * 100)}%",
            estimate=display(estimate),
            count=_RELATIVE_FROM,
        )
        for vendor, price in prices.items()
        if price <= share * estimate
    }


def below_mean(prices: Prices, figures: Figures) -> Flags:
    """Flag prices below a share of the mean of all ranked bids."""
    if not prices:
        return {}
    centre = mean(list(prices.values()))
    return _below(
        prices, figures["share"], centre, _OF_MEAN, mean=display(centre), count=len(prices)
    )


def below_estimate(prices: Prices, figures: Figures) -> Flags:
    """Flag prices below a share of the procurement's estimate."""
    if not prices:
        return {}
    estimate = _need(figures, "estimate")
    told = N_("the price {price} is below {limit}, which is {share} of the estimate {estimate}")
    return _below(prices, figures["share"], estimate, told, estimate=display(estimate))


def scotland(prices: Prices, figures: Figures) -> Flags:
    """Flag prices more than 15 % below the mean of the bids without the highest.

    Scottish Government, Construction Procurement Handbook, chapter 8: the adjusted average price.
    (The handbook spares a bid that is within its proximity margin, which is bounded in pounds, of
    the lowest one that is not flagged; here it is flagged too.)
    """
    del figures
    kept = sorted(prices.values())[:-1]
    if not kept:
        return {}
    told = N_(
        "the price {price} is below {limit}, which is {share} of {mean}, the mean of {kept} of {count} bids (without the highest)"
    )
    details = {"mean": display(mean(kept)), "kept": len(kept), "count": len(prices)}
    return _below(prices, Fraction(85, 100), mean(kept), told, **details)


def spain_85(prices: Prices, figures: Figures) -> Flags:
    """Flag what article 85 of Real Decreto 1098/2001 (Spain) presumes to be reckless.

    One bid: more than 25 % below the budget, which is the ceiling here. Two: more than 20 % below
    the other. Three: more than 10 % below the mean, or more than 25 % below the budget. Four or
    more: more than 10 % below the mean. What is more than 10 % above the mean is left out of it: of
    three bids only the highest, of more all such, but three bids stay at least.
    """
    count = len(prices)
    if count == 0:
        return {}
    if count == 1:
        return _below_budget(prices, figures)
    ordered = sorted(prices.values())
    if count < _FEWEST:
        told = N_("the price {price} is below {limit}, which is {share} of the other price {other}")
        other = ordered[-1]
        return _below(prices, Fraction(80, 100), other, told, other=display(other))
    of_mean = _below_kept_mean(prices, ordered)
    return {**_below_budget(prices, figures), **of_mean} if count == _FEWEST else of_mean


def _below_budget(prices: Prices, figures: Figures) -> Flags:
    budget = _need(figures, "ceiling")
    told = N_("the price {price} is below {limit}, which is {share} of the ceiling {ceiling}")
    return _below(prices, Fraction(75, 100), budget, told, ceiling=display(budget))


def _below_kept_mean(prices: Prices, ordered: Sequence[Fraction]) -> Flags:
    """Flag the prices more than 10 % below the mean of those that the article lets count."""
    whole = mean(ordered)
    kept = [price for price in ordered if price <= whole * 110 / 100]
    told = N_(
        "the price {price} is below {limit}, which is {share} of {mean}, the mean of {kept} of {count} bids (without those more than 10% above the mean of all, {whole})"
    )
    if len(kept) == len(ordered):
        told = _OF_MEAN
    elif len(ordered) == _FEWEST:
        kept = list(ordered[:-1])
    elif len(kept) < _FEWEST:
        kept = list(ordered[:_FEWEST])
        told = N_(
            "the price {price} is below {limit}, which is {share} of {mean}, the mean of the {kept} lowest of {count} bids (of the others too many are more than 10% above the mean of all, {whole})"
        )
    return _below(
        prices,
        Fraction(90, 100),
        mean(kept),
        told,
        mean=display(mean(kept)),
        kept=len(kept),
        count=len(ordered),
        whole=display(whole),
    )


ABNORMALLY_LOW: dict[str, Test] = {
    "mean-minus-deviation": mean_minus_deviation,
    "world-bank": world_bank,
    "below-mean": below_mean,
    "below-estimate": below_estimate,
    "scotland": scotland,
    "spain-85": spain_85,
}
