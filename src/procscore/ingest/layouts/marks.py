"""One cell read as a mark: a number, a grade of a scale, or yes and no."""

from fractions import Fraction

from procscore.diagnostics import Problems
from procscore.ingest import cell_values
from procscore.ingest.cell_values import Nothing
from procscore.ingest.sheet import Cell
from procscore.model.bids import Mark
from procscore.model.criteria import CriteriaSheet, Leaf
from procscore.model.scores import Check, Grades


def read_mark(
    cell: Cell,
    who: str,
    leaf: Leaf,
    criteria: CriteriaSheet,
    said: Cell | None,
    problems: Problems,
) -> Mark | None:
    """Return the mark in a cell; without a value for a blank, None where the cell was refused.

    `said` is the cell for a comment on it.
    """
    value = _value(cell, leaf, criteria, problems)
    if value is Nothing.REFUSED:
        return None
    number = None if isinstance(value, Nothing) else value
    written = cell_values.written(cell)
    comment = "" if said is None else cell_values.remark(said)
    return Mark(
        who, number, cell.where, written, comment, said=said.where if said and comment else None
    )


def _value(
    cell: Cell, leaf: Leaf, criteria: CriteriaSheet, problems: Problems
) -> Fraction | Nothing:
    match leaf.score:
        case Grades(scale=scale):
            grade = cell_values.grade(cell, criteria.scales[scale], problems)
            return grade if isinstance(grade, Nothing) else criteria.grade_value(scale, grade)
        case Check():
            answer = cell_values.check(cell, problems)
            return answer if isinstance(answer, Nothing) else Fraction(int(answer))
        case _:
            return cell_values.number(cell, problems)
