"""What rows and columns are called."""

from fractions import Fraction

from procscore.model.published import Grid, Held
from procscore.verifying import wording

GRID = Grid(
    "表",
    {
        1: {1: Held("審査\n項目"), 2: Held("点")},
        2: {1: Held("計画"), 2: Held(Fraction(1234))},
        3: {2: Held(Fraction(5), "=B2")},
        4: {1: Held("次の表"), 2: Held(Fraction(6))},
        5: {1: Held("項目"), 2: Held("価格")},
        6: {3: Held("", "=B9")},
    },
    heads=frozenset({1, 5}),
)


def test_a_row_is_called_by_its_first_text_else_its_number_else_its_place():
    assert [wording.label(GRID, row) for row in (1, 2, 3, 6)] == ["審査 項目", "計画", "5", "row 6"]


def test_a_column_has_the_heading_of_the_table_in_which_the_row_stands():
    assert [wording.heading(GRID, row, 2) for row in (1, 2, 3, 4, 6)] == [
        "",
        "点",
        "点",
        "",
        "価格",
    ]
    assert wording.heading(GRID, 6, 3) == ""


def test_of_a_line_the_first_three_cells_are_shown():
    cells = [Held("審査\n項目"), Held(Fraction(1234)), Held("", "=B2"), Held("x")]
    assert wording.first_words(cells) == "審査 項目, 1,234, =B2, …"
    assert wording.row_words(GRID, 6) == "=B9"
    assert wording.both("5", "=B2") == "5, =B2"
