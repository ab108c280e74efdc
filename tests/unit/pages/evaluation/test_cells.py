from fractions import Fraction

import pytest

from procscore.model.page import Cell
from procscore.pages.evaluation import cells


def test_points_are_exact_beside_what_is_shown():
    assert cells.points(Fraction(2, 3)) == Cell("0.6666…", Fraction(2, 3))
    assert cells.points(Fraction(1234), strong=True) == Cell("1,234", Fraction(1234), strong=True)


def test_no_points_are_a_dash_and_no_zero():
    assert cells.points(None) == Cell("-")
    assert cells.points(Fraction(0)) == Cell("0", Fraction(0))


@pytest.mark.parametrize(("rank", "text"), [(1, "1"), (Fraction(3, 2), "1.5"), (None, "-")])
def test_a_rank_may_be_averaged(rank, text):
    assert cells.rank(rank and Fraction(rank)).text == text


def test_a_column_says_out_of_how_many():
    column = cells.points_column("技術点", Fraction(800))
    assert (str(column.heading), column.align) == ("技術点 / 800", "right")
