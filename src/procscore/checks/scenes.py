"""What one bid's price earns, all else fixed: price formulas in scenes that are made up for them.

A scene is a whole (a ceiling of 100, say), the prices of the other bids, an investigation price. In it
the points are a function of one price, which is analysed exactly where that is possible and else tried
at equal steps and next to the other bids (`procscore.formula.curve`). A formula that names something
else that vendors declare is not studied, since nothing is known of that.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from procscore.exact import Rounding, display
from procscore.formula import Formula, check, names
from procscore.formula.curve import Curve, Sample, curve, sampled
from procscore.formula.interval import NotAnalysableError
from procscore.formula.terms import Call, Name, Number, Term, changed, walk
from procscore.language import N_, Message, listing, message
from procscore.model.amounts import ceiling_rule
from procscore.model.criteria import CriteriaSheet, Leaf, Path
from procscore.model.formula_names import FIGURE_NAMES, MARKET_NAMES, PRICE_NAMES
from procscore.model.scores import Price

Others = tuple[tuple[int, ...], ...]
APART: Others = ((60, 80, 95), (20, 30, 85))
"""Prices of the other bids, in percent of the whole: some near each other, some far apart."""
LEVEL: Others = ((), (80, 80))
"""No other bid, and others that are equal."""
FREE: Others = ((0, 80, 95),)
"""One of the other bids is free of charge."""

_PRICE = "price"
_STEPS = 40
"""How many prices up to the whole are tried where a formula cannot be analysed."""
_NEAR = (Fraction(1, 100), Fraction(1, 10_000))
"""How near the other bids prices are tried besides, as shares of the whole."""
_FAR = 40
"""How often the highest price that is looked at is doubled for what a still dearer bid earns."""
_WHOLE = Fraction(100)
_INVESTIGATION = (60, 90)
"""Investigation prices, in percent of the whole."""
_LEAST_SUM = 1000
_SURE_SUM = 100_000
"""A plain number from here on is taken for an amount of money, not for points or percent.

Where prices are only compared with each other or with a ceiling, it hardly is one.
"""
_ABOVE_CEILING = 2
_ABOVE_ESTIMATE = Fraction(5, 4)
_ABOVE_LOWEST = 4
"""How far prices are looked at where nothing excludes them: of the ceiling, estimate, lowest price."""
_MARKET = frozenset(MARKET_NAMES)
_FIGURES = {
    "ceiling": N_("a ceiling of {value}"),
    "estimate": N_("an estimate of {value}"),
    "investigation": N_("an investigation price of {value}"),
}


class Priced(NamedTuple):
    """What is scored by price, and all that its points hang on."""

    formula: Formula
    points: Fraction
    amount: str
    """The id of the amount, by which a formula may name the price too."""
    bounded: bool = True
    """Whether a bid above the ceiling is excluded."""
    rounding: Rounding | None = None
    quantity: bool = False
    """Whether what is scored is no price but a value that vendors declare; the words then say so."""

    @property
    def used(self) -> frozenset[str]:
        """Return the names in the formula."""
        return frozenset(names(self.formula))

    def rounded(self, points: Fraction) -> Fraction:
        """Return points as they are given."""
        return self.rounding(points) if self.rounding else points


@dataclass(frozen=True, slots=True)
class Study:
    """What one price earns in one scene."""

    priced: Priced
    figures: Mapping[str, Fraction]
    """Those that the formula names."""
    others: tuple[Fraction, ...] | None
    """The prices of the other bids; None where the formula does not compare."""
    whole: Fraction
    """The ceiling or the estimate, or a price that is as large as those that occur."""
    top: Fraction
    """The highest price that is looked at."""
    bounded: bool
    """Whether a dearer bid would be excluded."""
    curve: Curve

    @property
    def paid(self) -> Curve:
        """Return the points of all prices but zero."""
        return self.curve.after(Fraction(0))

    def dearer(self) -> Curve:
        """Return the points of prices beyond the highest that is looked at, a trillion times it."""
        term, name = self.curve.term, self.curve.name
        try:
            return curve(term, name, self.top, self.top * 2**_FAR)
        except NotAnalysableError:
            return sampled(term, name, [self.top * 2**doublings for doublings in range(_FAR + 1)])

    def row(self, steps: int) -> Iterator[Sample]:
        """Give the points at equal steps, of which the whole has `steps`, from the first upwards."""
        step = self.whole / steps
        for number in range(1, int(self.top / step) + 1):
            points = self.curve.at(step * number)
            if points is not None:
                yield Sample(step * number, points)

    @property
    def how(self) -> Message:
        """Return how what is said of it was found."""
        if self.curve.exact:
            sentence = N_("decided exactly for every price up to {top}")
            return message(sentence, top=display(self.top))
        sentence = N_("tried at {count} prices in equal steps up to {top}")
        if self.others:
            sentence = N_(
                "tried at {count} prices up to {top}, in equal steps and next to the other bids"
            )
        return message(sentence, count=len(self.paid.cells), top=display(self.top))

    def within(self, said: Message) -> Message:
        """Return what is said of the scene together with what makes it up."""
        given = [
            message(sentence, value=display(self.figures[name]))
            for name, sentence in _FIGURES.items()
            if name in self.figures
        ]
        if self.others:
            prices = listing(display(price) for price in self.others)
            words = N_("other values of {prices}")
            if not self.priced.quantity:
                words = N_("other bids of {prices}")
            given.append(message(words, prices=prices))
        elif self.others is not None:
            given.append(message(N_("no other bid")))
        if not given:
            return said
        *first, last = given
        if first:
            sentence = N_("with {figures} and {last}, {said}")
            return message(sentence, figures=listing(first), last=last, said=said)
        return message(N_("with {figures}, {said}"), figures=last, said=said)


def pair(study: Study, cheap: Sample, dear: Sample) -> Message:
    """Return what two prices earn in a scene."""
    said = message(
        N_("a price of {dear} gives {more} points and a price of {cheap} gives {less}"),
        dear=display(dear.at),
        more=display(dear.height),
        cheap=display(cheap.at),
        less=display(cheap.height),
    )
    return study.within(said)


def priced(sheet: CriteriaSheet) -> Iterator[tuple[Path, Leaf, Priced]]:
    """Give all that is scored by price, each formula with its path."""
    for leaf in sheet.price_leaves:
        if isinstance(leaf.score, Price):
            rounding = leaf.score.round.rounding if leaf.score.round else None
            bounded = ceiling_rule(sheet, leaf.score.amount) == "exclude"
            yield (
                (*sheet.score_path(leaf), "formula"),
                leaf,
                Priced(leaf.score.formula, leaf.points, leaf.score.amount, bounded, rounding),
            )


@lru_cache(maxsize=256)
def studies(about: Priced, others: Others = APART) -> tuple[Study, ...]:
    """Return what a price earns beside each of `others` and for each investigation price.

    Where the formula does not compare, there is nothing beside `APART`. Empty where the formula has
    a fault or names what only vendors know.
    """
    used = about.used
    if any(check(about.formula, (*PRICE_NAMES, about.amount))):
        return ()
    if not used & _MARKET:
        others = others[:1] if others == APART else ()
    investigations = _INVESTIGATION if "investigation" in used else _INVESTIGATION[:1]
    return tuple(_study(about, each, share) for each, share in product(others, investigations))


def _study(about: Priced, others: Sequence[int], investigation: int) -> Study:
    whole, used = _whole(about), about.used
    values = {
        "ceiling": whole,
        "estimate": whole,
        "investigation": whole * investigation / 100,
    }
    figures = {name: values[name] for name in FIGURE_NAMES if name in used}
    prices = tuple(whole * each / 100 for each in others) if used & _MARKET else None
    top = _top(about, whole, prices)
    term = _alone(about, figures, prices or ())
    try:
        found = curve(term, _PRICE, Fraction(0), top)
    except NotAnalysableError:
        found = sampled(term, _PRICE, _tried(whole, top, prices or ()))
    bounded = "ceiling" in used and about.bounded
    return Study(about, figures, prices, whole, top, bounded, found)


def _tried(whole: Fraction, top: Fraction, others: Sequence[Fraction]) -> list[Fraction]:
    """Return prices from zero to the top at equal steps, and some next to the other bids.

    What divides by a distance from another bid is greatest there, between two steps.
    """
    step = whole / _STEPS
    equal = {step * number for number in range(int(top / step) + 1)}
    near = {other + sign * share * whole for other in others for share in _NEAR for sign in (-1, 1)}
    return sorted(equal | {price for price in near if 0 <= price <= top})


def _whole(about: Priced) -> Fraction:
    """Return 100, or a price beyond the highest that the formula itself speaks of."""
    numbers = [term.value for term in walk(about.formula.term) if isinstance(term, Number)]
    highest = max(numbers, default=_WHOLE)
    relative = not about.used.isdisjoint({*_FIGURES, *_MARKET})
    return highest * 5 / 4 if highest >= (_LEAST_SUM if not relative else _SURE_SUM) else _WHOLE


def _top(about: Priced, whole: Fraction, prices: tuple[Fraction, ...] | None) -> Fraction:
    """Return the highest price that is looked at: one that the rules let in, as far as they do."""
    if "ceiling" in about.used:
        return whole if about.bounded else whole * _ABOVE_CEILING
    if "estimate" in about.used:
        return whole * _ABOVE_ESTIMATE
    return max(min(prices) * _ABOVE_LOWEST, *prices) if prices else whole


def _alone(about: Priced, figures: Mapping[str, Fraction], others: Sequence[Fraction]) -> Term:
    """Return the formula with nothing but the price left open."""
    price = Name(_PRICE, 0)
    bids: tuple[Term, ...] = (price, *(_number(each) for each in others))
    meant: dict[str, Term] = {
        "points": _number(about.points),
        **{name: _number(value) for name, value in figures.items()},
        about.amount: price,
        "lowest": Call("min", bids, 0),
        "highest": Call("max", bids, 0),
        "average": Call("mean", bids, 0),
        "count": _number(Fraction(len(bids))),
    }
    return changed(
        about.formula.term,
        lambda term: meant.get(term.name, term) if isinstance(term, Name) else term,
    )


def _number(value: Fraction) -> Number:
    return Number(value, percent=False, position=0)
