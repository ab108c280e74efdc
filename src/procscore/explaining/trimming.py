"""What trimming left out, and as what: by totals an evaluator, else a mark of one criterion."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from procscore.model.bids import Mark
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.own_points import own_points
from procscore.model.result import VendorResult

Extreme = Literal["highest", "lowest"]


def extremes(sheet: CriteriaSheet, each: VendorResult, panel: str | None) -> Mapping[str, Extreme]:
    """Return as what those whom a panel's trimming left out of a vendor were left out, by id.

    Empty where that cannot be told for all of them: of equal totals any could be either, and in
    stages each has totals of its own, which the result does not keep.
    """
    leaves = [leaf for leaf in sheet.totalled if leaf.panel == panel]
    out = frozenset[str]().union(*(each.score(leaf.id).left_out for leaf in leaves))
    if not out or len(sheet.stages) > 1:
        return {}
    totals = _totals(leaves, each)
    kept = [total for evaluator, total in totals.items() if evaluator not in out]
    found: dict[str, Extreme] = {}
    for evaluator in out:
        if totals[evaluator] > max(kept):
            found[evaluator] = "highest"
        elif totals[evaluator] < min(kept):
            found[evaluator] = "lowest"
    trim = sheet.rules_of(panel).trim
    names = list(found.values())
    known = names.count("highest") == trim.highest and names.count("lowest") == trim.lowest
    return found if known else {}


class Cut(NamedTuple):
    """What trimming made of all marks of a criterion that have one value."""

    out: int
    """How many of them it left out."""
    alike: int
    """How many there are."""
    extreme: Literal["", "highest", "lowest"]
    """As what it left them out; empty where it cut them at both ends."""


def cuts(marks: Sequence[Mark], highest: int, lowest: int) -> Mapping[Fraction, Cut]:
    """Return what a trimmed mean of `marks` leaves out, by the value of the mark."""
    values = sorted(mark.value for mark in marks if mark.value is not None)
    found: dict[Fraction, Cut] = {}
    for value in dict.fromkeys(values):
        first, alike = values.index(value), values.count(value)
        low = max(0, min(lowest - first, alike))
        high = max(0, min(first + alike - (len(values) - highest), alike))
        if low or high:
            extreme: Literal["", "highest", "lowest"] = "lowest" if low else "highest"
            found[value] = Cut(low + high, alike, "" if low and high else extreme)
    return found


def _totals(leaves: list[Leaf], each: VendorResult) -> dict[str, Fraction]:
    totals: dict[str, Fraction] = {}
    for leaf in leaves:
        for mark in each.score(leaf.id).marks:
            points = own_points(leaf, mark)
            totals[mark.evaluator] = totals.get(mark.evaluator, Fraction(0)) + points
    return totals
