"""Formulas after rows and columns were moved."""

import pytest

from procscore.verifying import formulas
from procscore.verifying.aligned import Matched, Table
from procscore.verifying.pairing import Lines


def lines(pairs, added=()):
    return Lines(pairs, (), added, frozenset())


def sheet(rows, columns=None):
    tables = () if columns is None else (Table(1, 20, columns),)
    return Matched(rows, tables)


AS_THEY_ARE = lines({each: each for each in range(1, 15)})
MATCHED = {
    "明細": sheet(lines({5: 5, 6: 7, 9: 10, 10: 11}, (8,))),
    "Price points": sheet(lines({16: 15})),
    "集計": sheet(AS_THEY_ARE, lines({3: 3, 4: 6, 5: 4, 6: 5}, (7,))),
}


@pytest.mark.parametrize(
    ("formula", "moved"),
    [
        ("=A6+A5", "=A7+A5"),
        ("=SUM(J6:J9)", "=SUM(J7:J10)"),
        ("='Price points'!C16", "='Price points'!C15"),
        ("=$A$6*2", "=$A$7*2"),
        ('=IF(A6="A6",1,2)', '=IF(A7="A6",1,2)'),
        ("=LOG10(2)", "=LOG10(2)"),
        ("=XYZ6+A6", "=XYZ6+A7"),  # a name, as there is no such column
        ("=集計!D2", "=集計!F2"),
        ("=集計!$D5", "=集計!$F5"),
        ("=SUM(集計!C2:E2)", "=SUM(集計!C2:F2)"),
        ("=Sheet!D6", "=Sheet!D6"),
    ],
)
def test_cells_are_named_by_the_rows_and_columns_that_they_have_now(formula, moved):
    assert formulas.moved(formula, "明細", MATCHED) == moved


def test_a_range_of_moved_columns_is_the_same_range():
    assert formulas.moved("=SUM(D2:F2)", "集計", MATCHED) == "=SUM(D2:F2)"


@pytest.mark.parametrize(
    ("formula", "within"),
    [
        ("=SUM(C2:G2)", "=SUM(C2:F2)"),
        ("=SUM(G2:G2)", "=SUM(G2:G2)"),
        ("=SUM(明細!A5:A8)", "=SUM(明細!A5:A7)"),
        ("=SUM(明細!A8:A10)", "=SUM(明細!A10:A10)"),
        ("=SUM(明細!A9:A11)", "=SUM(明細!A10:A11)"),
        ("=SUM(明細!A7:G8)", "=SUM(明細!A7:G7)"),
        ("=G2", "=G2"),
    ],
)
def test_a_range_that_was_found_does_not_begin_or_end_in_what_was_added(formula, within):
    assert formulas.within(formula, "集計", MATCHED) == within
