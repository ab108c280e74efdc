"""From a result to the explanation of one vendor's points."""

from procscore.explaining.gaps import criterion_gap, points_gap, value_gap
from procscore.explaining.unfolding import Unfolding
from procscore.language import message
from procscore.model import shown
from procscore.model.explanation import Against, Explanation, Figure
from procscore.model.result import Evaluation, VendorResult
from procscore.model.rounds import applicants, rounds
from procscore.model.told import VALUE_WORDS


def explain(
    result: Evaluation, vendor: str, criterion: str | None = None, against: str | None = None
) -> Explanation:
    """Explain the points of `vendor`, of all criteria or of one, alone or held against another.

    All three are ids. Raises KeyError for one that the result does not have.
    """
    each = result.vendor(vendor)
    unfolding = Unfolding(result, each)
    counted = _counted(result)
    held = None if against is None else _against(result, each, criterion, result.vendor(against))
    if criterion is not None:
        points = unfolding.criterion(each.score(criterion))
        return Explanation(result, each, criterion, points, against=held)
    points = unfolding.total(counted)
    beside = tuple(
        unfolding.criterion(score)
        for score in each.scores
        if score.criterion not in counted and score.points is not None
    )
    value = _value(result, each, unfolding)
    amounts = tuple(unfolding.untold_amounts())
    return Explanation(result, each, None, points, beside, value, amounts, held)


def _counted(result: Evaluation) -> tuple[str, ...]:
    """Return the ids of the top criteria that count for the total, also those that give no points."""
    held = rounds(result.criteria, applicants(each.vendor for each in result.vendors))
    return tuple(top.id for top in held[-1].counted) if held else ()


def _value(result: Evaluation, each: VendorResult, unfolding: Unfolding) -> Figure | None:
    if each.value is None or not shown.by_value(result):
        return None
    return unfolding.value(each.value, message(VALUE_WORDS[result.ranking.by]), result.ranked)


def _against(
    result: Evaluation, each: VendorResult, criterion: str | None, other: VendorResult
) -> Against:
    pair = each, other
    unfolding = Unfolding(result, other)
    if criterion is not None:
        points = unfolding.criterion(other.score(criterion))
        return Against(other, criterion_gap(result, pair, criterion), None, points, None)
    counted = _counted(result)
    gap = points_gap(result, pair, counted)
    value = value_gap(result, pair) if shown.by_value(result) else None
    points = unfolding.total(counted)
    return Against(other, gap, value, points, _value(result, other, unfolding))
