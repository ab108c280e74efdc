import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procscore.export.ranking_book.ledger import Held, Ledger, Spot
from procscore.export.ranking_book.ranks import APART, Order, better, trace
from procscore.formula.excel import NOT_HELD
from procscore.scoring.ranking import EQUAL_RANKS, assign
from procscore.xlsx import Formula
from support.ranking_books import fractions

CONVENTIONS = sorted(EQUAL_RANKS)


def column(values, at=2):
    return [Held(Spot("S", row, at), value) for row, value in enumerate(values, start=1)]


def order(values, places=(), **rules):
    ledger = Ledger()
    for each in (*column(values), *column(places, 3)):
        ledger.hold(each.spot)
    return Order(ledger, column(values), places=column(places, 3), **rules), ledger


def ranked(values, places=(), convention="competition", **rules):
    made, _ledger = order(values, places, **rules)
    return [made.found(at, convention) for at in range(len(values))]


def test_a_rank_counts_what_is_higher_by_more_than_a_trace():
    made, _ledger = order(fractions("84.75", "85", "82.81"))
    assert made.rank(0, Spot("S", 1, 1), Fraction(2), "competition") == Formula(
        '=1+COUNTIF(B1:B3,">"&B1+0.00000000005)', Fraction(2)
    )


def test_the_lowest_may_be_first():
    assert better("B1:B3", "B1", Fraction(1, 2), lowest_first=True) == 'COUNTIF(B1:B3,"<"&B1-0.5)'
    assert ranked(fractions("4", "5", "3"), lowest_first=True) == [2, 3, 1]


def test_among_equals_the_place_decides():
    made, _ledger = order(fractions("7", "7", "9"), fractions("2", "1", "1"))
    told = made.rank(0, Spot("S", 1, 1), Fraction(3), "competition")
    assert told.text == (
        '=1+COUNTIF(B1:B3,">"&B1+0.000000000005)+COUNTIFS(B1:B3,">="&B1-0.000000000005,'
        'B1:B3,"<="&B1+0.000000000005,C1:C3,"<"&C1)'
    )


def test_average_ranks_share_what_equals_take_up():
    made, _ledger = order(fractions("7", "7"))
    assert made.rank(0, Spot("S", 1, 1), Fraction(3, 2), "average").text == (
        '=1+COUNTIF(B1:B2,">"&B1+0.000000000005)'
        '+(COUNTIFS(B1:B2,">="&B1-0.000000000005,B1:B2,"<="&B1+0.000000000005)-1)/2'
    )


def test_dense_ranks_count_those_ahead_once_for_each_rank():
    made, _ledger = order(fractions("9", "9", "7"))
    assert made.rank(2, Spot("S", 3, 1), Fraction(2), "dense").text == (
        '=1+(B1>B3+0.000000000005)/COUNTIFS(B1:B3,">="&B1-0.000000000005,'
        'B1:B3,"<="&B1+0.000000000005)+(B2>B3+0.000000000005)/COUNTIFS(B1:B3,'
        '">="&B2-0.000000000005,B1:B3,"<="&B2+0.000000000005)'
    )
    alone, _ledger = order(fractions("9"))
    assert alone.rank(0, Spot("S", 1, 1), Fraction(1), "dense").text == "=1+0"


def test_dense_ranks_with_places_among_equals():
    made, _ledger = order(fractions("9", "9"), fractions("1", "2"))
    assert made.rank(1, Spot("S", 2, 1), Fraction(2), "dense").text == (
        "=1+((B1>B2+0.000000000005)+(ABS(B1-B2)<=0.000000000005)*(C1<C2))/COUNTIFS(B1:B2,"
        '">="&B1-0.000000000005,B1:B2,"<="&B1+0.000000000005,C1:C2,C1)'
    )


def test_a_rank_that_the_numbers_do_not_give_is_entered():
    made, ledger = order(fractions("7", "7"))
    assert made.rank(1, Spot("S", 2, 1), Fraction(2), "competition") == 2
    assert [each.reason for each in ledger.entered] == [APART]


def test_numbers_that_binary_arithmetic_cannot_tell_apart_are_not_ranked():
    near = [Fraction(1), 1 + Fraction(1, 10**13)]
    made, ledger = order(near)
    assert made.rank(0, Spot("S", 1, 1), Fraction(2), "competition") == 2
    assert [each.reason for each in ledger.entered] == [NOT_HELD]


def test_a_rank_of_very_many_is_entered_where_its_formula_would_be_too_long():
    made, ledger = order([Fraction(each) for each in range(200)])
    made.rank(0, Spot("S", 1, 1), Fraction(200), "dense")
    assert re.search("longer", str(ledger.entered[0].reason))


@pytest.mark.parametrize(
    ("values", "half"),
    [
        (["84.75", "85"], "0.00000000005"),
        (["0.0000071", "0.0000072"], "0.000000000000000005"),
        (["0", "0"], "0.000000000005"),
        (["-1000", "20"], "0.000000005"),
    ],
)
def test_the_trace_goes_by_the_size_of_the_numbers(values, half):
    assert trace(fractions(*values)) == Fraction(half)


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 3)), min_size=1, max_size=7),
    st.sampled_from(CONVENTIONS),
    st.booleans(),
)
def test_ranks_are_those_of_the_scoring(pairs, convention, lowest_first):
    sign = 1 if lowest_first else -1
    keys = {str(at): (sign * value, place) for at, (value, place) in enumerate(pairs)}
    groups = [[who for who in keys if keys[who] == key] for key in sorted(set(keys.values()))]
    expected = assign(groups, EQUAL_RANKS[convention])
    values = [Fraction(value) for value, _place in pairs]
    places = [Fraction(place) for _value, place in pairs]
    found = ranked(values, places, convention, lowest_first=lowest_first)
    assert found == [expected[str(at)] for at in range(len(pairs))]


def test_better_numbers_may_be_counted_among_some_only():
    half = Fraction(1, 100)
    assert better("C5:C7", "C6", half, lowest_first=True) == 'COUNTIF(C5:C7,"<"&C6-0.01)'
    assert better("C5:C7", "C6", half, lowest_first=False, among="B5:B7,B6") == (
        'COUNTIFS(B5:B7,B6,C5:C7,">"&C6+0.01)'
    )
