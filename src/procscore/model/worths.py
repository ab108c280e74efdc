"""What each criterion can really give to the total, so that sheets of different totals compare."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from procscore.model.criteria import CriteriaSheet, Criterion, Leaf
from procscore.model.rounds import rounds
from procscore.model.scores import Price
from procscore.model.topics import PRICE_TOPICS


def worths(sheet: CriteriaSheet) -> dict[str, Fraction]:
    """Return the points that each criterion, groups too, can give to the total, by id.

    It is the total of the last round: criteria of stages whose points are not carried over give
    nothing to it and are not there.
    """
    return given(rounds(sheet)[-1].counted)


def counting(sheet: CriteriaSheet) -> Fraction:
    """Return how many points count in the last round, of which `worths` are parts."""
    return sum((top.worth for top in rounds(sheet)[-1].counted), Fraction(0))


def given(tops: Iterable[Criterion]) -> dict[str, Fraction]:
    """Return the points that each criterion of `tops`, groups too, can really give, by id.

    What stands in a group that is rescaled gives in proportion what the group gives: raw 100 that
    become 60 points count 0.6 each. Marks below zero do not matter.
    """
    return {each.id: points for top in tops for each, points in _down(top, top.worth)}


def _down(criterion: Criterion, points: Fraction) -> Iterator[tuple[Criterion, Fraction]]:
    yield criterion, points
    whole = sum((part.worth for part in criterion.criteria), Fraction(0))
    for part in criterion.criteria:
        # Parts that are worth nothing (mere checks) can still stand in a group that gives points.
        share = part.worth / whole if whole else Fraction(1, len(criterion.criteria))
        yield from _down(part, points * share)


def about_price(leaf: Leaf) -> bool:
    """Tell whether a leaf is scored by a price, or is about money however it is scored."""
    return isinstance(leaf.score, Price) or leaf.topic in PRICE_TOPICS
