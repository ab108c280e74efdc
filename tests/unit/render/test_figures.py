from fractions import Fraction

from procscore.render import figures


def test_decimals_stand_under_decimals():
    column = figures.column([Fraction("692.87"), Fraction(184), Fraction("656.8")])
    assert column == ["692.87", "184.00", "656.80"]


def test_whole_numbers_get_no_decimals():
    assert figures.column([Fraction(184), Fraction(1000)]) == ["184", "1,000"]


def test_a_number_that_does_not_end_is_cut_and_says_so():
    assert figures.column([Fraction(235, 3), Fraction("78.5")]) == ["78.3333…", "78.5000 "]


def test_what_was_not_scored_is_a_dash():
    assert figures.column([None, Fraction("1.5")]) == ["-", "1.5"]


def test_an_averaged_rank_keeps_its_half():
    assert figures.rank(Fraction(3, 2)) == "1.5"
    assert figures.rank(None) == "-"
