"""Whether two sheets mark, or compute, an item in the same way."""

from fractions import Fraction

from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.scores import ByFormula, Check, Grades, Marks, Price


def same_scale(one: CriteriaSheet, a: Leaf, other: CriteriaSheet, b: Leaf) -> bool:
    """Tell whether leaf `a` of sheet `one` is marked as leaf `b` of sheet `other` is.

    Marks are the same where their range, step and allowed values are, or where both reach up to the
    item's points, whatever those are: that an item has other points is another weight, not another
    scale. Grades are the same where their values are, whatever the grades are called. Who marks, and
    how points are rounded, are rules of the sheet and do not matter here.
    """
    if _rescaled(a) != _rescaled(b):
        return False
    match a.score, b.score:
        case Marks() as first, Marks() as second:
            return _same_marks(first, a.points, second, b.points)
        case Grades(scale=first_scale), Grades(scale=second_scale):
            return _values(one, first_scale) == _values(other, second_scale)
        case (Price(formula=first_formula), Price(formula=second_formula)) | (
            ByFormula(formula=first_formula),
            ByFormula(formula=second_formula),
        ):
            return first_formula == second_formula
        case Check(fail=first_fail), Check(fail=second_fail):
            return first_fail == second_fail
        case _:
            return False


def _same_marks(a: Marks, a_points: Fraction, b: Marks, b_points: Fraction) -> bool:
    if (a.step, _allowed(a)) != (b.step, _allowed(b)):
        return False
    if a.allowed:
        return True
    (a_lowest, a_highest), (b_lowest, b_highest) = a.range(a_points), b.range(b_points)
    up_to_points = a_highest == a_points and b_highest == b_points
    return a_lowest == b_lowest and (a_highest == b_highest or up_to_points)


def _allowed(marks: Marks) -> frozenset[Fraction]:
    return frozenset(marks.allowed or ())


def _values(sheet: CriteriaSheet, scale: str) -> list[Fraction]:
    return sorted(sheet.grade_value(scale, grade) for grade in sheet.scales[scale])


def _rescaled(leaf: Leaf) -> object:
    rule = leaf.criterion.rescale
    return rule.formula if rule else None
