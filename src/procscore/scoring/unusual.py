"""Tests for abnormally low bids. They flag a bid for clarification, they never exclude it."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from procscore.formula.functions import mean, variance
from procscore.language import N_, Message, message

Test = Callable[[Mapping[str, Fraction]], dict[str, Message]]


def mean_minus_deviation(prices: Mapping[str, Fraction]) -> dict[str, Message]:
    """Flag prices more than one population standard deviation below the mean.

    The World Bank's relative test (Abnormally Low Bids and Proposals, 2016, Annex I). The
    deviation is irrational, so its square is compared: exact, without a root.
    """
    if not prices:
        return {}
    values = list(prices.values())
    centre, spread = mean(values), variance(values)
    told = message(
        N_("the price is more than one standard deviation below the mean of the ranked bids")
    )
    return {
        vendor: told
        for vendor, price in prices.items()
        if price < centre and (centre - price) ** 2 > spread
    }


ABNORMALLY_LOW: dict[str, Test] = {"mean-minus-deviation": mean_minus_deviation}
