"""Bids under the weights of other sheets: what was reached by topic, weighed anew."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from procscore.comparing.weights import by_subject, compared, in_order, subject
from procscore.model.comparison import Given, Subject, Weight
from procscore.model.criteria import CriteriaSheet
from procscore.model.crossing import Crossing, Weighed, Weighing
from procscore.model.result import Evaluation, Score, VendorResult
from procscore.model.rounds import applicants, rounds

_Given = tuple[str, Fraction, Fraction]
"""The id of a leaf, its points, and out of how many."""
EQUAL_RANKS: dict[str, Callable[[int, int, int], Fraction]] = {
    "competition": lambda better, _distinct, _equal: Fraction(better + 1),
    "dense": lambda _better, distinct, _equal: Fraction(distinct + 1),
    "average": lambda better, _distinct, equal: better + Fraction(equal + 1, 2),
}
"""The rank of vendors that are equal, from how many are better, how many different values those
have, and how many are equal: as the bids' own sheet counts."""


def cross(result: Evaluation, given: Sequence[Given]) -> Crossing:
    """Return what the weights of the sheets `given` would have made of the bids in `result`.

    For each vendor that is ranked and each topic there is a share of the points that it reached. A
    sheet's points for a topic, times that share, added up: so many points of the sheet. Topics
    without marks are left out on both sides, of the points and of what they are out of.
    """
    reached = _reached(result)
    weighings = tuple(_weighing(result, reached, each) for each in given)
    without_marks = in_order(dict.fromkeys(each for one in weighings for each in one.uncovered))
    return Crossing(result, reached, weighings, tuple(without_marks))


def _reached(result: Evaluation) -> dict[Subject, dict[str, Fraction]]:
    """Return the share of the points by subject and vendor, where all that are ranked have one."""
    sums = {each.vendor.id: _sums(result, each) for each in result.ranked}
    first = next(iter(sums.values()), {})
    everywhere = [each for each in first if all(sums[vendor].get(each) for vendor in sums)]
    return {
        about: {vendor: given[about][0] / given[about][1] for vendor, given in sums.items()}
        for about in in_order(everywhere)
    }


def _sums(result: Evaluation, vendor: VendorResult) -> dict[Subject, tuple[Fraction, Fraction]]:
    """Return the points that a vendor reached, and out of how many, by what they are for."""
    about = {leaf.id: subject(leaf) for leaf in result.criteria.leaves}
    found: dict[Subject, tuple[Fraction, Fraction]] = {}
    for criterion, points, of in _Parts(result.criteria).of(result, vendor):
        points_before, of_before = found.get(about[criterion], (Fraction(0), Fraction(0)))
        found[about[criterion]] = (points_before + points, of_before + of)
    return {each: (points, of) for each, (points, of) in found.items() if of}


class _Parts:
    """What every leaf gave, such that leaves add up to their groups and to the total.

    What comes from the evaluators' totals has other points than the parts that they marked: each of
    these counts in proportion, and what others gave (price, secretariat) stays as it is. In a group
    that is converted everything counts in proportion.
    """

    def __init__(self, sheet: CriteriaSheet) -> None:
        self._sheet = sheet
        self._by_totals = {
            leaf.id
            for panel, leaves in sheet.marking_panels.items()
            if sheet.totals_decide(panel)
            for leaf in leaves
            if leaf.totalled
        }

    def of(self, result: Evaluation, vendor: VendorResult) -> Iterator[_Given]:
        """Give every leaf that was scored with its points, and out of how many, as they count."""
        held = rounds(self._sheet, applicants(each.vendor for each in result.vendors))
        tops = {top.id for top in held[-1].counted}
        total = vendor.points_in_all
        inside = [score for score in vendor.scores if score.criterion in tops]
        if total is not None:
            yield from self._shared_out(inside, total, vendor.of, converted=False)
        for score in vendor.scores:
            if score.criterion not in tops and score.points is not None:
                yield from self._down(score, score.points, score.of, converted=False)

    def _down(
        self, score: Score, points: Fraction, of: Fraction, *, converted: bool
    ) -> Iterator[_Given]:
        if not score.parts:
            yield score.criterion, points, of
            return
        converted = converted or self._sheet.by_id[score.criterion].rescale is not None
        yield from self._shared_out(score.parts, points, of, converted=converted)

    def _shared_out(
        self, parts: Sequence[Score], points: Fraction, of: Fraction, *, converted: bool
    ) -> Iterator[_Given]:
        """Give what is below `parts`, so that it adds up to the points of their group.

        Where the parts that are shared out say nothing themselves, each counts by its weight.
        """
        shared: list[Score] = []
        for part in parts:
            if part.points is None or converted or self._from_totals(part):
                shared.append(part)
            else:
                points, of = points - part.points, of - part.of
                yield from self._down(part, part.points, part.of, converted=False)
        whole = sum((part.of for part in shared), Fraction(0))
        given = sum((part.points for part in shared if part.points is not None), Fraction(0))
        factor = points / given if given else Fraction(-1)
        for part in shared:
            share = part.of / whole if whole else Fraction(1, len(shared))
            if part.points is not None:
                own = part.points * factor if factor >= 0 else points * share
                yield from self._down(part, own, of * share, converted=converted)

    def _from_totals(self, part: Score) -> bool:
        return not self._by_totals.isdisjoint(self._sheet.by_id[part.criterion].ids)


def _weighing(
    result: Evaluation, reached: Mapping[Subject, Mapping[str, Fraction]], given: Given
) -> Weighing:
    weights = by_subject(given.sheet)
    worth = {each: weight for each, weight in weights.items() if weight.points}
    covered = {each: weight for each, weight in worth.items() if each in reached}
    uncovered = {each: weight for each, weight in worth.items() if each not in reached}
    values = {
        each.vendor.id: _value(covered, reached, each.vendor.id)
        for each in (result.ranked if covered else ())
    }
    ranks = _ranks(values, result.ranking.equal_ranks)
    return Weighing(
        compared(given),
        covered,
        uncovered,
        {
            each.vendor.id: Weighed(
                values[each.vendor.id],
                ranks[each.vendor.id],
                moved=ranks[each.vendor.id] != each.rank,
            )
            for each in result.ranked
            if each.vendor.id in values
        },
    )


def _value(
    covered: Mapping[Subject, Weight],
    reached: Mapping[Subject, Mapping[str, Fraction]],
    vendor: str,
) -> Fraction:
    return sum(
        (weight.points * reached[each][vendor] for each, weight in covered.items()), Fraction(0)
    )


def _ranks(values: Mapping[str, Fraction], equal_ranks: str) -> dict[str, Fraction]:
    return {
        vendor: EQUAL_RANKS[equal_ranks](*_above(value, values.values()))
        for vendor, value in values.items()
    }


def _above(value: Fraction, values: Iterable[Fraction]) -> tuple[int, int, int]:
    all_of_them = list(values)
    better = [each for each in all_of_them if each > value]
    return len(better), len(set(better)), all_of_them.count(value)
