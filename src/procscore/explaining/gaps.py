"""Where the gap between two vendors comes from, at the deepest level at which points add up."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from procscore.explaining.evaluators import ranks_of
from procscore.explaining.marks import called, given, uncounted
from procscore.explaining.unfolding import TOTAL
from procscore.model.explanation import Gap, GapItem
from procscore.model.result import Evaluation, Score, VendorResult

Pair = tuple[VendorResult, VendorResult]


def points_gap(result: Evaluation, pair: Pair, counted: Sequence[str]) -> Gap:
    """Return where the gap between two totals comes from; `counted` are the criteria they are of."""
    one, other = pair
    items = [
        item for top in counted for item in _items(result, pair, (one.score(top), other.score(top)))
    ]
    whole = Gap(one.points_in_all, other.points_in_all, (one.total, other.total), ())
    adding = one.adds_up and other.adds_up
    if whole.by is not None and not (adding and _by(items) == whole.by):
        items = [GapItem(TOTAL, "", whole.one, whole.other, derivations=whole.derivations)]
    return _with(whole, items)


def criterion_gap(result: Evaluation, pair: Pair, criterion: str) -> Gap:
    """Return where the gap between the points of one criterion comes from."""
    one, other = (each.score(criterion) for each in pair)
    whole = Gap(one.points, other.points, (one.derivation, other.derivation), ())
    return _with(whole, _items(result, pair, (one, other)))


def value_gap(result: Evaluation, pair: Pair) -> Gap:
    """Return both values that the ranking compares, and the evaluators that make up their gap.

    There are items where the value is a sum over them.
    """
    one, other = pair
    whole = Gap(one.compared, other.compared, (one.value, other.value), ())
    if one.value is None or other.value is None or result.ranking.round is not None:
        return whole
    if result.ranking.by not in ("rank-sum", "first-places"):
        return whole
    mine, theirs = (
        ranks_of(each, value, result.ranked)
        for each, value in ((one, one.value), (other, other.value))
    )
    return _with(
        whole,
        (
            GapItem(called(result, each), "", mine.get(each), theirs.get(each))
            for each in dict.fromkeys((*mine, *theirs))
        ),
    )


def _by(items: Iterable[GapItem]) -> Fraction:
    return sum((item.by for item in items), Fraction(0))


def _items(result: Evaluation, pair: Pair, scores: tuple[Score, Score]) -> Iterator[GapItem]:
    """Give a criterion, or what is below it where its points are the sum of that for both."""
    one, other = scores
    criterion = result.criteria.by_id[one.criterion]
    if one.parts and criterion.rescale is None and _sums(one) and _sums(other):
        for parts in zip(one.parts, other.parts, strict=True):
            yield from _items(result, pair, parts)
        return
    leaf = next((each for each in result.criteria.leaves if each.id == criterion.id), None)
    yield GapItem(
        criterion.name,
        criterion.id,
        one.points,
        other.points,
        given=(
            tuple(given(result, pair[0], one, leaf)),
            tuple(given(result, pair[1], other, leaf)),
        ),
        uncounted=(
            tuple(uncounted(result, pair[0], leaf)),
            tuple(uncounted(result, pair[1], leaf)),
        ),
        derivations=(one.derivation, other.derivation),
    )


def _sums(score: Score) -> bool:
    """Tell whether a group's points are the sum of its parts; of what is not scored, whatever is."""
    if score.points is None:
        return True
    parts = [part.points for part in score.parts]
    known = [points for points in parts if points is not None]
    return len(known) == len(parts) and sum(known, Fraction(0)) == score.points


def _with(whole: Gap, items: Iterable[GapItem]) -> Gap:
    """Return a gap with its items, largest difference first; equal ones as the sheet has them."""
    ordered = sorted(items, key=lambda item: -abs(item.by))
    return Gap(whole.one, whole.other, whole.derivations, tuple(ordered))
