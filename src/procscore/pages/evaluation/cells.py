"""Cells and headings that the tables of a result have in common."""

from fractions import Fraction

from procscore.exact import display
from procscore.language import N_, Message, message
from procscore.model.criteria import Criterion
from procscore.model.page import Cell, Column, Words
from procscore.model.result import Evaluation
from procscore.pages import figures

NOT_SCORED = "-"
VENDOR = Column(message(N_("Vendor")))


def points(value: Fraction | None, *, strong: bool = False) -> Cell:
    """Return a number of points, a dash where there are none."""
    return (
        Cell(NOT_SCORED, strong=strong) if value is None else figures.points(value, strong=strong)
    )


def rank(value: Fraction | None, *, strong: bool = False) -> Cell:
    """Return a rank (1.5 where ranks are averaged), a dash for who is not ranked."""
    return points(value, strong=strong)


def out_of(name: Words, of: Fraction) -> Message:
    """Return what heads a column of points."""
    return message("{name} / {points}", name=name, points=display(of))


def points_column(name: Words, of: Fraction) -> Column:
    """Return a column of points that are given out of `of`."""
    return Column(out_of(name, of), align="right")


def criterion_column(result: Evaluation, criterion: Criterion) -> Column:
    """Return the column of a criterion's points."""
    return points_column(criterion.name, result.of(criterion.id))


def total_column(of: Fraction) -> Column:
    """Return the column of the totals."""
    return points_column(message(N_("Total")), of)


def criterion_cell(depth: int, criterion: Criterion) -> Cell:
    """Return the name of a criterion in the outline of all."""
    return Cell(criterion.name, strong=bool(criterion.criteria), indent=depth)
