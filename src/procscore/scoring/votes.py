"""What the evaluators' own orders say: the words of `{more: …}`, and whether a majority agrees.

An evaluator's place for a vendor counts the vendors that it put before. Vendors that share a place
have each of them; with `evaluator_ranks: dense` the next place follows without a gap.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from procscore.language import N_, Message, message
from procscore.model.result import Exclusion, VendorResult
from procscore.model.rules_told.ranking import BALLOT_WORDS
from procscore.scoring.context import Context
from procscore.scoring.ranking import assign, competition, dense, own_orders, own_totals


@dataclass(frozen=True, slots=True)
class Votes:
    """What each evaluator found, by evaluator id, then vendor id."""

    places: Mapping[str, Mapping[str, Fraction]]
    totals: Mapping[str, Mapping[str, Fraction]]
    vendors: tuple[str, ...]

    def at(self, place: int) -> dict[str, Fraction]:
        """Return how many evaluators gave each vendor this place."""
        return {
            vendor: Fraction(sum(own.get(vendor) == place for own in self.places.values()))
            for vendor in self.vendors
        }


class Count(NamedTuple):
    """A number for each vendor, of which the larger is better."""

    rule: Message
    values: Mapping[str, Fraction]


def votes(context: Context, standing: Sequence[VendorResult]) -> Votes:
    """Return what the evaluators found among all vendors that are ranked, tied or not."""
    convention = dense if context.ranking.evaluator_ranks == "dense" else competition
    places = {
        evaluator: assign(groups, convention)
        for evaluator, groups in own_orders(context, standing).items()
    }
    totals = own_totals(standing)
    return Votes(places, totals, tuple(each.vendor.id for each in standing))


_PLACES = {
    1: BALLOT_WORDS["first-places"],
    2: BALLOT_WORDS["second-places"],
    3: BALLOT_WORDS["third-places"],
}


def _at(place: int) -> Callable[[Votes], Iterator[Count]]:
    def counts(given: Votes) -> Iterator[Count]:
        told = _PLACES.get(place, N_("put in place {place} by more evaluators"))
        yield Count(message(told, place=place), given.at(place))

    return counts


def _next_places(given: Votes) -> Iterator[Count]:
    """Give the second places, then the third, … [E10220521]."""
    last = max((int(place) for own in given.places.values() for place in own.values()), default=1)
    for place in range(2, last + 1):
        yield from _at(place)(given)


def _points_of_firsts(given: Votes) -> Iterator[Count]:
    """Give the points from the evaluators who put the vendor first, added up.

    https://lawinsider.com/ja/clause/優先交渉権者の選定
    """
    points = {
        vendor: sum(
            (
                given.totals[who][vendor]
                for who, own in given.places.items()
                if own.get(vendor) == 1
            ),
            Fraction(0),
        )
        for vendor in given.vendors
    }
    yield Count(message(BALLOT_WORDS["points-of-firsts"]), points)


VOTES: dict[str, Callable[[Votes], Iterator[Count]]] = {
    "first-places": _at(1),
    "second-places": _at(2),
    "third-places": _at(3),
    "next-places": _next_places,
    "points-of-firsts": _points_of_firsts,
}
"""What each word of `more` counts; several counts are asked one after the other."""


def without_majority(
    context: Context, standing: Sequence[VendorResult], first: Sequence[str]
) -> dict[str, Exclusion]:
    """Return a flag for each vendor of `first` that no majority of the evaluators put first.

    `first` are the vendors in the first place, several if they stay tied. Empty where the sheet
    does not ask (`majority: flag`). A majority is more than half; the committee may then deliberate
    (鳥羽市, https://expydoc.com/doc/11883372/).
    """
    if context.ranking.majority is None:
        return {}
    given = votes(context, standing)
    evaluators, firsts = len(given.places), given.at(1)
    return {
        vendor: Exclusion(
            "majority",
            message(
                N_("put first by {votes} of {evaluators} evaluators, which is not more than half"),
                votes=firsts[vendor],
                evaluators=evaluators,
            ),
        )
        for vendor in first
        if 2 * firsts[vendor] <= evaluators
    }
