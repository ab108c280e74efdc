"""The columns of one table."""

from fractions import Fraction

import pytest

from procscore.model.published import Grid, Held
from procscore.verifying import aligned, pairing
from procscore.verifying.columns import Columns
from procscore.verifying.ranked import Level

HEAD = ("項目", "A社", "B社")


def grid(*rows, heads=()):
    """Return a sheet of rows of texts and numbers, empty where None stands."""
    cells = {
        row: {
            column: Held(each if isinstance(each, str) else Fraction(each))
            for column, each in enumerate(texts, start=1)
            if each is not None
        }
        for row, texts in enumerate(rows, start=1)
    }
    return Grid("集計", cells, heads=frozenset(heads))


def columns(found, expected):
    """Return the columns of the only table of a sheet."""
    matched = aligned.matched(found, expected)
    (table,) = matched.tables
    rows = {row: there for row, there in matched.rows.pairs.items() if table.holds(row)}
    return Columns(found, expected, rows, table.columns)


def told(found, expected):
    return [
        (each.difference.where.cell, str(each.difference.what), each.difference.found,
         each.difference.expected, each.level, each.depth)
        for each in columns(found, expected).differences("r.xlsx")
    ]  # fmt: skip


def test_a_missing_and_an_added_column_are_told_after_marks():
    one = grid(("題",), HEAD[::2], ("計画", 2), heads=[2])
    both = grid(("題",), HEAD, ("計画", 1, 2), heads=[2])
    missing = ("B2", "the column of A社 is missing", "", "A社, 1", Level.HANDED_IN, 1)
    assert told(one, both) == [missing]
    added = ("B2", "a column that was not computed", "A社, 1", "", Level.HANDED_IN, 1)
    assert told(both, one) == [added]


def test_a_column_that_stands_elsewhere_is_told_among_the_ranks():
    found = grid(("項目", "B社", "A社"), ("計画", 2, 1))
    ((cell, what, stands, computed, *order),) = told(found, grid(HEAD, ("計画", 1, 2), heads=[1]))
    assert (what, order) == (f"the column of {'AB'[stands == 'in column B']}社", [Level.RANK, 0])
    assert {stands, computed} == {"in column B", "in column C"}
    assert f"in column {cell[0]}" == stands


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((HEAD, ("計画", 1, 2, 3)), (HEAD, ("計画", 1, 2))),  # which nothing heads
        (((*HEAD, "C社"), ("計画", 1, 2)), (HEAD, ("計画", 1, 2))),  # which holds its heading only
        ((HEAD, ("計画", 1, 2)), ((*HEAD, "C社"), ("計画", 1, 2))),
    ],
)
def test_a_cell_alone_is_no_column(found, expected):
    assert told(grid(*found), grid(*expected, heads=[1])) == []


def test_where_columns_stand_is_told_in_both_directions():
    found = columns(
        grid(("項目", "B社", "A社"), ("計画", 2, 1)), grid(HEAD, ("計画", 1, 2), heads=[1])
    )
    assert [found.there(each) for each in (1, 2, 3, 9)] == [1, 3, 2, 9]
    assert [found.expected_at(each) for each in (1, 2, 3, 9)] == [1, 3, 2, 9]


def test_a_column_without_a_text_is_called_by_its_letters():
    found, expected = (
        grid(("項目",), ("計画",), ("体制",)),
        grid(("項目",), ("計画", 1), ("体制", 2)),
    )
    lines = pairing.Lines({1: 1}, (2,), (), frozenset())
    (only,) = Columns(found, expected, {1: 1, 2: 2, 3: 3}, lines).differences("r.xlsx")
    assert str(only.difference.what) == "the column of B is missing"
