"""What a total is made of: criteria whose points add up to it, exactly, for a bar or for columns."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from procscore.model.criteria import Criterion
from procscore.model.result import Evaluation, VendorResult
from procscore.model.rounds import applicants, rounds
from procscore.model.shown import MOST_COLUMNS

_MOST = 20
"""More top criteria than these make no readable bar at all; as many have a circled number."""


def stacked(result: Evaluation) -> tuple[Criterion, ...]:
    """Return the criteria that bars are made of, left to right.

    They are the top criteria that count, split into their parts where these are few and add up.
    Empty where what counts does not add up to the total (a median of totals, say) or is too much:
    then a bar is of one piece.
    """
    vendors = result.ranked
    tops = counted(result) if vendors else ()
    if not tops or not all(_adds_up(tops, each, each.points_in_all) for each in vendors):
        return ()
    split = [part for top in tops for part in _parts(result, top)]
    if len(split) <= MOST_COLUMNS:  # more cannot be told apart in a bar
        return tuple(split)
    return tuple(tops) if len(tops) <= _MOST else ()


def counted(result: Evaluation) -> tuple[Criterion, ...]:
    """Return the top criteria that give points of the total: those that count in the last stage."""
    held = rounds(result.criteria, applicants(each.vendor for each in result.vendors))
    return tuple(top for top in (held[-1].counted if held else ()) if result.of(top.id))


def _parts(result: Evaluation, top: Criterion) -> Iterator[Criterion]:
    parts = [part for part in top.criteria if result.of(part.id)]
    if parts and all(_adds_up(parts, each, each.points(top.id)) for each in result.ranked):
        yield from parts
    else:
        yield top


def _adds_up(parts: Sequence[Criterion], vendor: VendorResult, whole: Fraction | None) -> bool:
    points = [vendor.points(part.id) or Fraction(0) for part in parts]
    return sum(points, Fraction(0)) == (whole or 0)
