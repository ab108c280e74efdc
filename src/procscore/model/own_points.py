"""What one evaluator's mark is worth on its own: the points that it stands for, unrounded."""

from fractions import Fraction

from procscore.formula import Derivation, Input, derive, parse
from procscore.model.bids import Mark
from procscore.model.criteria import Leaf
from procscore.model.scores import Marks

_OWN = parse("mark")
_OWN_SCALED = parse("points * mark / to")
_OWN_SHARE = parse("points * mark")


def own_points(leaf: Leaf, mark: Mark) -> Fraction:
    """Return the points that one evaluator's mark is worth on its own, unrounded."""
    value = mark.value or Fraction(0)
    if isinstance(leaf.score, Marks):
        return value * leaf.points / leaf.score.full(leaf.points)
    return value * leaf.points


def own_derivation(leaf: Leaf, mark: Mark) -> Derivation:
    """Return how these points came about."""
    given = Input("mark", mark.value or Fraction(0), (mark.where,))
    points = Input("points", leaf.points)
    match leaf.score:
        case Marks() if leaf.score.full(leaf.points) == leaf.points:
            return derive(_OWN, (given,))
        case Marks():
            return derive(_OWN_SCALED, (points, given, Input("to", leaf.score.full(leaf.points))))
        case _:
            return derive(_OWN_SHARE, (points, given))
