"""Formulas after rows were moved."""

import pytest

from procscore.verifying import formulas

ROWS = {"明細": {5: 5, 6: 7, 9: 10}, "Price points": {16: 15}}


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("=A6+A5", "=A7+A5"),
        ("=SUM(J6:J9)", "=SUM(J7:J10)"),
        ("='Price points'!C16", "='Price points'!C15"),
        ("=$A$6*2", "=$A$7*2"),
        ('=IF(A6="A6",1,2)', '=IF(A7="A6",1,2)'),
        ("=LOG10(2)", "=LOG10(2)"),
    ],
)
def test_cells_are_named_by_the_rows_that_they_have_now(formula, moved):
    assert formulas.moved(formula, "明細", ROWS) == moved
