"""What belongs to no table is named with its range: numbers as a warning, words as a note."""

from datetime import date

import pytest

from procscore.diagnostics import Location, Problems
from procscore.ingest.layouts import leftover
from procscore.ingest.sheet import Cell, Shape


def _cell(address, value, **more):
    column, row = ord(address[0]) - ord("A") + 1, int(address[1:])
    return Cell(value, Location("bids.xlsx", "採点_委員1", row, column), **more)


def _told(*cells):
    problems = Problems()
    leftover.report(cells, problems)
    return [(each.code, each.where.cell, each.details["range"]) for each in problems]


@pytest.mark.parametrize("value", [7, 7.5, "7", "７", "1,200,000", True], ids=repr)
def test_a_number_in_any_spelling_may_count(value):
    assert leftover.may_count(_cell("A1", value))


@pytest.mark.parametrize("value", ["", "7点", "※0.5点刻み", "令和8年", "○", date(2026, 4, 1)])
def test_words_and_dates_may_not(value):
    shape = Shape.DATE if isinstance(value, date) else Shape.PLAIN
    assert not leftover.may_count(_cell("A1", value, shape=shape))


def test_a_number_that_failed_to_come_out_may_count():
    assert leftover.may_count(_cell("A1", "#N/A", is_error=True))
    assert leftover.may_count(_cell("A1", None, formula="=SUM(B1)"))


def test_a_percentage_may_count_and_a_number_shown_as_date_not():
    assert leftover.may_count(_cell("A1", 0.85, shape=Shape.PERCENT))
    assert not leftover.may_count(_cell("A1", 36, shape=Shape.DATE))


def test_neighbouring_rows_are_told_together_with_the_range_around_them():
    told = _told(_cell("C6", 2), _cell("B5", "順位"), _cell("D8", 3))
    assert told == [("numbers-not-read", "B5", "B5:D8")]


def test_cells_that_are_further_apart_are_told_one_by_one():
    assert _told(_cell("B5", "備考"), _cell("C8", 1)) == [
        ("words-not-read", "B5", "B5"),
        ("numbers-not-read", "C8", "C8"),
    ]


def test_nothing_is_told_of_nothing():
    assert _told() == []
