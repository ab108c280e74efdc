"""Headings of several cells: merged ones count for all that they span, blank ones for nothing."""

from procscore.diagnostics import Problems
from procscore.ingest.foreign.headings import filled, heading
from support.books import Formula
from support.foreign import Drawn

SHEET = Drawn(
    {"A1": "業務の\n理解", "B1": "(1)", "B2": "(2)", "B3": "(1)", "A4": "合計"},
    merged=("A1:A2", "A4:B4"),
)


def _heading(row, sheet=SHEET):
    return heading(sheet, [(row, 1), (row, 2)], Problems())


def test_a_merged_cell_counts_for_all_that_it_spans():
    assert _heading(1).parts == (*_heading(2).parts[:1], "(1)") == ("業務の 理解", "(1)")
    assert _heading(2).where.cell == "B2"
    assert filled(SHEET, 2, 1).value == "業務の\n理解"


def test_a_cell_that_spans_the_whole_heading_is_one_part_of_it():
    assert (_heading(4).parts, _heading(4).whole) == (("合計",), True)


def test_a_blank_outer_cell_leaves_a_part_of_a_heading():
    assert (_heading(3).parts, _heading(3).whole, _heading(1).whole) == (("(1)",), False, True)


def test_a_blank_inner_cell_does_not():
    sheet = Drawn({"A1": "価格"})
    assert (_heading(1, sheet).parts, _heading(1, sheet).whole) == (("価格",), True)


def test_a_blank_heading_stands_in_its_first_cell():
    found = _heading(7)
    assert (found.parts, found.text, found.whole, found.where.cell) == ((), "", False, "A7")


def test_a_formula_without_a_result_is_told():
    problems = Problems()
    found = heading(Drawn({"A1": Formula("=B1", None)}), [(1, 1)], problems)
    assert found.parts == ()
    assert [each.code for each in problems] == ["cell-formula-no-value"]
