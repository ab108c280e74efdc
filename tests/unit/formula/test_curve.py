from fractions import Fraction

import pytest

from procscore.formula import parse
from procscore.formula.curve import Curve, Piece, Point, Sample, curve, sampled
from procscore.formula.interval import NotAnalysableError


def drawn(text, start=0, end=100):
    return curve(parse(text).term, "p", Fraction(start), Fraction(end))


def shape(found):
    """Return the points with their heights, and the pieces with what they come to at their ends."""
    told = []
    for cell in found.cells:
        if isinstance(cell, Point):
            told.append((cell.at, cell.height))
        else:
            told.append("-" if cell.ratio is None else [end.height for end in ends_of(cell)])
    return told


def ends_of(piece):
    return Curve(parse("0").term, "p", (piece,)).ends


def test_a_straight_line_has_no_break_points():
    assert shape(drawn("20 * (1 - p / 100)")) == [(0, 20), [20, 0], (100, 0)]


def test_a_bound_breaks_it_where_it_is_reached():
    found = drawn("20 * (1 - max(p, 75) / 100)")
    assert shape(found) == [(0, 5), [5], (75, 5), [5, 0], (100, 0)]


def test_a_jump_shows_which_side_the_limit_belongs_to():
    assert shape(drawn("up_to(p, 50, 9, 80, 5, 0)")) == [
        *((0, 9), [9], (50, 9), [5], (80, 5), [0], (100, 0)),
    ]
    assert shape(drawn("below(p, 50, 9, 80, 5, 0)")) == [
        *((0, 9), [9], (50, 5), [5], (80, 0), [0], (100, 0)),
    ]


def test_a_comparison_that_changes_nothing_breaks_nothing():
    assert shape(drawn("if(p < 30, 2 * p, p + p) + 0 * min(p, 60)")) == [
        *((0, 0), [0, 200], (100, 200)),
    ]


def test_a_value_of_its_own_at_one_point_stays():
    assert shape(drawn("if(p = 30, 7, 1)")) == [(0, 1), [1], (30, 7), [1], (100, 1)]
    assert shape(drawn("if(p = 30, 1 / 0, 1)")) == [(0, 1), [1], (30, None), [1], (100, 1)]


def test_a_gap_that_is_filled_with_the_missing_value_is_none():
    assert shape(drawn("if(p = 30, 1, p / p)", 1)) == [(1, 1), [1], (100, 1)]
    assert shape(drawn("if(p = 30, 2, (p - 30) / (p - 30))", 1))[2] == (30, 2)


def test_where_nothing_is_defined_there_is_nothing():
    found = drawn("if(p < 20, 1 / 0, p)")
    assert shape(found) == [(0, None), "-", (20, 20), [20, 100], (100, 100)]
    assert found.undefined == (0, 10)
    assert drawn("1 / (p - p)").highest is None


def test_a_value_at_a_pole_joins_nothing():
    found = drawn("if(p = 50, 3, 1 / (p - 50))")
    assert [cell.at for cell in found.cells if isinstance(cell, Point)] == [0, 50, 100]


def test_a_pole_is_infinite_on_either_side():
    found = drawn("1 / (p - 50)")
    assert found.undefined == (50,)
    assert (found.lowest.infinite, found.lowest.at) == (-1, 50)
    assert (found.highest.infinite, found.highest.at) == (1, 50)
    assert found.sample(found.highest, lambda height: height > 1000).height > 1000
    assert found.falls
    assert found.rises  # from below zero to above it, across the pole


@pytest.mark.parametrize(
    ("text", "highest", "lowest"),
    [
        ("p", (100, 100, True), (0, 0, True)),
        ("max(p, 100 - p)", (100, 100, True), (50, 50, True)),
        # 20 and 80 are not taken: at 50 it is 30
        ("if(p < 50, 20 - p / 50, if(p = 50, 19.5, p))", (100, 100, True), (19, 50, False)),
        ("if(p <= 50, p, 0)", (50, 50, True), (0, 0, True)),
        ("if(p < 50, p, 0)", (50, 50, False), (0, 0, True)),
        ("up_to(p, 50, 9, 5)", (9, 50, True), (5, 75, True)),
    ],
)
def test_the_highest_and_the_lowest_with_where_they_are_and_whether_they_are_taken(
    text, highest, lowest
):
    found = drawn(text)
    for end, (height, at, taken) in ((found.highest, highest), (found.lowest, lowest)):
        assert (end.height, end.at, end.inside is None) == (height, at, taken)


@pytest.mark.parametrize(
    ("text", "rises", "falls"),
    [
        ("7", False, False),
        ("p", True, False),
        ("-p", False, True),
        ("min(p, 100 - p)", True, True),
        ("up_to(p, 50, 9, 5)", False, True),
        ("up_to(p, 50, 5, 9)", True, False),
        ("if(p = 50, 1, 0)", True, True),
        # falls from piece to piece, but rises in the second
        ("if(p < 50, 100, p / 2)", True, True),
        # nothing between 40 and 60: it goes on lower
        ("if(p < 40, 9, if(p > 60, 8, 1 / 0))", False, True),
        ("if(p < 40, 8, if(p > 60, 9, 1 / 0))", True, False),
    ],
)
def test_whether_it_rises_and_falls(text, rises, falls):
    found = drawn(text)
    assert (found.rises, found.falls) == (rises, falls)
    assert (found.rise() is not None) is rises


def test_two_values_show_a_rise_however_narrow_it_is():
    low, high = drawn("if(p < 50, 100 - p, if(p = 50, 50.001, 0))").rise()
    assert high == Sample(Fraction(50), Fraction("50.001"))
    assert 50 < low.height < Fraction("50.001")
    assert low.height == 100 - low.at


def test_the_first_value_may_be_left_out():
    found = drawn("if(p = 0, 5, 0)")
    assert found.rises is False
    assert found.falls is True
    assert found.after(Fraction(0)).falls is False
    assert found.after(Fraction(0)).highest.height == 0


@pytest.mark.parametrize("text", ["round(p / 3)", "p * (100 - p)", "min(p * p, 5)", "p * p * p"])
def test_what_is_not_analysed_says_so(text):
    with pytest.raises(NotAnalysableError):
        drawn(text)


def test_what_is_never_taken_need_not_be_analysed():
    assert shape(drawn("if(p < 200, round(3 / 2), p * p)")) == [(0, 2), [2], (100, 2)]


def test_samples_are_points_without_pieces():
    found = sampled(parse("round(p / 30)").term, "p", [Fraction(p) for p in (0, 50, 100)])
    assert found.exact is False
    assert drawn("p").exact is True
    assert shape(found) == [(0, 0), (50, 2), (100, 3)]
    assert (found.highest.at, found.rises, found.falls) == (100, True, False)
    assert sampled(parse("1 / p").term, "p", [Fraction(0)]).undefined == (0,)
    assert isinstance(drawn("p").cells[1], Piece)
