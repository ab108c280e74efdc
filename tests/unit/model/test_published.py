"""A sheet as it was published."""

from dataclasses import replace
from fractions import Fraction

from procscore.model.published import Grid, Held

GRID = Grid(
    "明細",
    {
        1: {1: Held("A社")},
        2: {1: Held("計画"), 2: Held(Fraction(3))},
        4: {1: Held("備考")},
        5: {1: Held("x"), 2: Held("y")},
    },
)


def test_a_row_has_texts_and_stands_in_a_block():
    assert GRID.texts(2) == ("計画",)
    assert [GRID.block(row) for row in GRID.rows] == ["", "A社", "", "備考"]


def test_a_row_stands_below_the_last_headings_above_it():
    grid = replace(GRID, heads=frozenset({1, 4}))
    assert [grid.head(row) for row in (1, 2, 4, 5, 9)] == [0, 1, 1, 4, 4]


def test_a_row_of_several_texts_holds_texts():
    assert [row for row in GRID.rows if GRID.holds_texts(row)] == [5]
