"""Can a cheaper bid score less? Price formulas are tried out on a row of prices.

A body may want that (80 percent of the ceiling scores best in a rule that stands in dozens of
contracts), so it is noted and no more. A formula that only rises with the price is one of an income
contract.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product
from typing import NamedTuple

from procscore.exact import display
from procscore.formula import Formula, UndefinedValueError, names
from procscore.formula.evaluate import evaluate
from procscore.formula.functions import mean
from procscore.formula.terms import Number, walk
from procscore.language import N_, Message, listing, message
from procscore.model.formula_names import MARKET_NAMES, PRICE_NAMES

_STEPS = 40
_ROUND_STEPS = 4
"""Every fourth price is a round one: an example of them is the easiest to follow."""
_WHOLE = Fraction(100)
_OTHERS = ((60, 80, 95), (20, 30, 85))
_INVESTIGATION = (60, 90)
"""Prices of the other bids and investigation prices, in percent of the whole."""
_LEAST_SUM = 1000
"""A plain number from here on is taken for an amount of money, not for points or percent."""
_MARKET = frozenset(MARKET_NAMES)
_FIGURES = {
    "ceiling": N_("a ceiling of {value}"),
    "estimate": N_("an estimate of {value}"),
    "investigation": N_("an investigation price of {value}"),
}


class _Scored(NamedTuple):
    price: Fraction
    points: Fraction


class _Scene(NamedTuple):
    """What stays as it is while one bid's price changes."""

    others: tuple[Fraction, ...]
    figures: Mapping[str, Fraction]

    @property
    def whole(self) -> Fraction:
        """Return the highest price that is tried."""
        return self.figures["ceiling"]

    def market(self, price: Fraction) -> dict[str, Fraction]:
        """Return what all bids say together when the one bid is at `price`."""
        prices = (price, *self.others)
        return {
            "lowest": min(prices),
            "highest": max(prices),
            "average": mean(prices),
            "count": Fraction(len(prices)),
        }


def cheaper_scores_less(formula: Formula, points: Fraction, amount: str) -> Message | None:
    """Return an example of a cheaper bid that scores less under a faultless price formula.

    `amount` is the id of what is scored. None where points only fall, or only rise, with the price,
    and where the formula names something else that vendors declare.
    """
    used = frozenset(names(formula))
    if used - {*PRICE_NAMES, amount}:
        return None
    falls, worst = False, None
    for scene in _scenes(formula, used):
        row = _row(formula, points, amount, scene)
        falls = falls or any(dear.points < cheap.points for cheap, dear in pairwise(row))
        worst = worst or _worst(row, scene)
    return _example(worst, used) if falls and worst else None


def _scenes(formula: Formula, used: frozenset[str]) -> Iterator[_Scene]:
    whole = _WHOLE if used & set(_FIGURES) else _largest_sum(formula)
    others = _OTHERS if used & _MARKET else _OTHERS[:1]
    investigations = _INVESTIGATION if "investigation" in used else _INVESTIGATION[:1]
    for prices, investigation in product(others, investigations):
        figures = {
            "ceiling": whole,
            "estimate": whole,
            "investigation": whole * investigation / 100,
        }
        yield _Scene(tuple(whole * each / 100 for each in prices), figures)


def _largest_sum(formula: Formula) -> Fraction:
    """Return a price beyond the highest that the formula itself speaks of, or 100."""
    numbers = [term.value for term in walk(formula.term) if isinstance(term, Number)]
    highest = max(numbers, default=_WHOLE)
    return highest * 5 / 4 if highest >= _LEAST_SUM else _WHOLE


def _row(formula: Formula, points: Fraction, amount: str, scene: _Scene) -> list[_Scored]:
    """Score rising prices; those for which the formula has no value are left out.

    A price of zero is not tried: a sheet may rule it as it likes.
    """
    row = []
    fixed = {**scene.figures, "points": points}
    with_market = not _MARKET.isdisjoint(names(formula))
    for step in range(1, _STEPS + 1):
        price = scene.whole * step / _STEPS
        market = scene.market(price) if with_market else {}
        try:
            value = evaluate(formula.term, {**fixed, **market, "price": price, amount: price})
        except UndefinedValueError:
            continue
        row.append(_Scored(price, value))
    return row


class _Worse(NamedTuple):
    scene: _Scene
    cheap: _Scored
    dear: _Scored


def _worst(row: Sequence[_Scored], scene: _Scene) -> _Worse | None:
    """Return the neighbours whose cheaper one loses most, of round prices if there are any."""
    step = scene.whole * _ROUND_STEPS / _STEPS
    for tried in ([each for each in row if each.price % step == 0], row):
        pairs = [_Worse(scene, *pair) for pair in pairwise(tried)]
        losing = [pair for pair in pairs if pair.cheap.points < pair.dear.points]
        if losing:
            return max(losing, key=lambda pair: (pair.dear.points - pair.cheap.points, pair.dear))
    return None


def _example(worse: _Worse, used: frozenset[str]) -> Message:
    figures = [
        message(sentence, value=display(worse.scene.figures[name]))
        for name, sentence in _FIGURES.items()
        if name in used
    ]
    if used & _MARKET:
        others = listing(display(price) for price in worse.scene.others)
        figures.append(message(N_("other bids of {prices}"), prices=others))
    pair = {
        "dear": display(worse.dear.price),
        "more": display(worse.dear.points),
        "cheap": display(worse.cheap.price),
        "less": display(worse.cheap.points),
    }
    if not figures:
        return message(
            N_("a price of {dear} gives {more} points and a price of {cheap} gives {less}"), **pair
        )
    return message(
        N_(
            "with {figures}, a price of {dear} gives {more} points and a price of {cheap} gives {less}"
        ),
        figures=listing(figures),
        **pair,
    )
