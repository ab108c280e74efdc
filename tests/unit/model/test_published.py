"""A sheet as it was published."""

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


def test_a_sheet_ends_above_a_line():
    assert list(GRID.above("備考").rows) == [1, 2]
    assert GRID.above("計画") == GRID
