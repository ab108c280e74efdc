from fractions import Fraction

import pytest

from procscore.xlsx import cells


def test_numbers_are_stored_as_whole_numbers_where_they_are_whole():
    assert repr(cells.stored(Fraction(4, 2))) == "2"
    assert repr(cells.stored(Fraction(1, 8))) == "0.125"
    assert repr(cells.stored(7)) == "7"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("a\x00b\ud800", "ab"), ("<r>x</r>", "<r>x</r> "), ("<r>x", "<r>x"), ("字\n\t", "字\n\t")],
)
def test_what_no_cell_can_hold_is_left_out(text, cleaned):
    assert cells.clean(text) == cleaned


def test_a_text_is_cut_only_where_it_is_too_long_and_the_cut_is_marked():
    assert cells.cut("abc", 3) == "abc"
    assert cells.cut("abcd", 3) == "ab…"
