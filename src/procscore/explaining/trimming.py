"""As what trimming by totals left out an evaluator: the highest total, or the lowest."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

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


def _totals(leaves: list[Leaf], each: VendorResult) -> dict[str, Fraction]:
    totals: dict[str, Fraction] = {}
    for leaf in leaves:
        for mark in each.score(leaf.id).marks:
            points = own_points(leaf, mark)
            totals[mark.evaluator] = totals.get(mark.evaluator, Fraction(0)) + points
    return totals
