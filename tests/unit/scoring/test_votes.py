from typing import get_args

import pytest

from procscore.diagnostics import Problems
from procscore.model.tie_steps import Ballot
from procscore.scoring.context import Context
from procscore.scoring.votes import VOTES, votes, without_majority
from support.values import bids, evaluate, sheet

# E1 puts A, B, C; E2 puts B, A, C; E3 puts A and C together before B; E4 puts C, B, A.
MARKS = {"A": [9, 6, 8, 1], "B": [6, 9, 3, 5], "C": [3, 3, 8, 7]}


def counted(word, marks=MARKS, rules="by: first-places"):
    """Return what a word of `more` counts: for each count the numbers of A, B and C."""
    context, result = given(marks, rules)
    found = votes(context, result.vendors)
    return [tuple(count.values[each] for each in "ABC") for count in VOTES[word](found)]


def given(marks, rules):
    criteria = sheet(f"criteria: [{{id: plan, points: 10}}]\nranking: {{{rules}}}")
    handed_in = {each: {"plan": own} for each, own in marks.items()}
    result = evaluate(criteria, handed_in)
    return Context(criteria, bids(criteria, handed_in), Problems(), criteria.ranking), result


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        ("first-places", [(2, 1, 2)]),
        ("second-places", [(1, 2, 0)]),
        ("third-places", [(1, 1, 2)]),
        ("next-places", [(1, 2, 0), (1, 1, 2)]),
        ("points-of-firsts", [(9 + 8, 9, 8 + 7)]),
    ],
)
def test_a_word_counts_what_it_says(word, numbers):
    assert counted(word) == numbers


def test_shared_places_leave_no_gap_where_ranks_are_dense():
    assert counted("second-places", rules="by: first-places, evaluator_ranks: dense") == [(1, 3, 0)]


def test_a_shared_place_is_the_best_of_those_that_are_averaged():
    averaged = counted("first-places", rules="by: first-places, evaluator_ranks: average")
    assert averaged == [(2, 1, 2)]


def test_next_places_end_with_the_last_place_that_somebody_gave():
    assert counted("next-places", {each: [5, 5] for each in "ABC"}) == []
    assert len(counted("next-places", {"A": [3], "B": [2], "C": [2]})) == 1


def test_every_word_of_the_sheet_has_its_count():
    assert set(get_args(Ballot)) == set(VOTES)


@pytest.mark.parametrize(
    ("firsts", "flagged"),
    [
        ([9, 9, 9, 9], False),
        ([9, 9, 9, 1], False),
        ([9, 9, 1, 1], True),
        ([9, 1, 1, 1], True),
        ([5, 5, 9, 1], False),
    ],
)
def test_more_than_half_is_a_majority_and_half_is_none(firsts, flagged):
    """鳥羽市 [E11883372]. Marks of 5 share the first place, which counts for each."""
    context, result = given({"A": firsts, "B": [5, 5, 5, 5]}, "by: points, majority: flag")
    assert ("A" in without_majority(context, result.vendors, ["A"])) is flagged


def test_a_missing_majority_is_told_with_its_numbers():
    context, result = given({"A": [9, 9, 1, 1], "B": [5, 5, 5, 5]}, "majority: flag")
    flags = without_majority(context, result.vendors, ["A", "B"])
    assert set(flags) == {"A", "B"}
    assert flags["A"].rule == "majority"
    assert "by 2 of 4 evaluators" in str(flags["A"].reason)


def test_nobody_asks_for_a_majority_unless_the_sheet_does():
    context, result = given({"A": [1, 1, 1], "B": [5, 5, 5]}, "by: first-places")
    assert without_majority(context, result.vendors, ["A"]) == {}
