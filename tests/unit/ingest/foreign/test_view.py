"""A sheet as it is looked at before anything is known of it, upright or on its side."""

import pytest

from procscore.diagnostics import Location
from procscore.ingest.foreign.view import MOST_LINES, View, is_mark
from procscore.ingest.sheet import Cell, Shape
from procscore.model.address import Block
from support.books import Formula
from support.foreign import Drawn

SHEET = Drawn({"B1": "A社", "A2": "計画", "B2": 7, "A9": "続き"}, merged=("B1:C1", "A2:A3"))


def test_lines_are_rows_or_on_its_side_columns():
    assert dict(View(SHEET).lines) == {1: (2,), 2: (1, 2), 9: (1,)}
    assert dict(View(SHEET, turned=True).lines) == {1: (2, 9), 2: (1, 2)}
    assert View(SHEET).across == (1, 2)


def test_a_merged_cell_is_seen_in_all_that_it_spans():
    upright, side = View(SHEET), View(SHEET, turned=True)
    assert upright.text(1, 3) == side.text(3, 1) == "A社"
    assert upright.where(3, 1).cell == side.where(1, 3).cell == "A2"
    assert upright.heading(3, (1, 2)).parts == ("計画",)


def test_a_range_is_one_of_the_sheet_whichever_way_it_is_looked_at():
    assert View(SHEET).block((2, 9), (2, 3)) == Block(2, 2, 9, 3)
    assert View(SHEET, turned=True).block((2, 3), (2, 9)) == Block(2, 2, 9, 3)


def test_what_stands_far_away_is_not_looked_at():
    view = View(Drawn({f"A{MOST_LINES}": 1, f"A{MOST_LINES + 1}": 1, "CW1": 1, "CV1": 1}))
    assert dict(view.lines) == {1: (100,), MOST_LINES: (1,)}


@pytest.mark.parametrize("value", [7, 7.5, "7", "７．５", "A", "b+", "○", "◎", "×", "適"])
def test_what_may_be_a_mark(value):
    assert is_mark(Cell(value, Location("a")))


@pytest.mark.parametrize("value", [None, "", "良い", "ABC", "7点", True, "A社"])
def test_what_may_not(value):
    assert not is_mark(Cell(value, Location("a")))
    assert not is_mark(Cell(7, Location("a"), Shape.DATE))
    assert not is_mark(Cell("#N/A", Location("a"), is_error=True))


def test_marks_are_looked_for_in_the_cell_itself():
    view = View(Drawn({"A1": 7, "A3": Formula("=A1", 3)}, merged=("A1:A2",)))
    assert [view.holds_mark(line, 1) for line in (1, 2, 3)] == [True, False, True]
