import pytest

from support.values import attempt, codes, compared, evaluate, ranks, sheet

SHEET = sheet("""
    criteria: [{id: plan, points: 10}]
    ranking: {by: rank-sum, evaluator_ranks: distinct}
""")
TIED = {"A": {"plan": [5, 3]}, "B": {"plan": [5, 2]}, "C": {"plan": [9, 1]}}
"""E1 puts C before A and B; E2 puts A, B, C."""


def told(own_ranks, vendors=TIED):
    _, problems = attempt(SHEET, vendors, own_ranks=own_ranks)
    return list(problems)


@pytest.mark.parametrize(
    ("own", "sums"),
    [
        ({"A": 2, "B": 3}, {"A": "3", "C": "4", "B": "5"}),
        ({"A": 3, "B": 2}, {"A": "4", "B": "4", "C": "4"}),
        ({"A": 2, "B": 1}, {"A": "4", "B": "4", "C": "4"}),
        ({"A": 3, "B": 2, "C": 1}, {"A": "4", "B": "4", "C": "4"}),
    ],
)
def test_equal_totals_stand_in_the_order_of_the_own_ranks(own, sums):
    """Only the order counts: whoever ranks the two of them 1 and 2 says the same."""
    assert compared(evaluate(SHEET, TIED, own_ranks={"E1": own})) == sums


def test_equal_totals_without_ranks_are_an_error_that_names_who_and_whom():
    (problem,) = told({})
    assert problem.code == "own-ranks-tied"
    assert problem.where.sheet == "審査委員"
    assert problem.where.row == 2
    assert "“E1” has equal totals for A, B," in problem.message


@pytest.mark.parametrize("own", [{"A": 2}, {"A": 2, "B": 2}, {"C": 1}])
def test_ranks_that_leave_equals_equal_do_not_do(own):
    assert codes(told({"E1": own})) == ["own-ranks-tied"]


def test_the_place_is_the_first_of_the_evaluators_own_cells():
    (problem,) = told({"E1": {"C": 1, "A": 2, "B": 2}})
    assert (problem.where.sheet, problem.where.column) == ("採点_E1", 5)


def test_ranks_against_the_totals_are_an_error_with_both_cells():
    (problem,) = told({"E1": {"A": 1, "B": 2, "C": 3}})
    assert problem.code == "own-rank-contradicts"
    assert problem.where.column == 6
    assert problem.message == (
        "The evaluator “E1” gives C a higher total than A, but rank 3 against 1 (D9)."
    )


def test_one_rank_for_different_totals_is_against_them_too():
    assert codes(told({"E1": {"A": 1, "B": 2, "C": 1}})) == ["own-rank-contradicts"]


def test_ranks_of_one_evaluator_do_not_help_another():
    assert codes(told({"E2": {"A": 1, "B": 2, "C": 3}})) == ["own-ranks-tied"]


def test_who_is_out_is_in_nobodys_order():
    vendors = {**TIED, "B": {**TIED["B"], "status": "invalid"}}
    result = evaluate(SHEET, vendors, own_ranks={"E1": {"C": 2, "B": 1, "A": 3}})
    assert ranks(result) == {"A": "1", "C": "1"}


def test_own_ranks_count_for_first_places_as_well():
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        ranking: {by: first-places, evaluator_ranks: distinct}
    """)
    vendors = {"A": {"plan": [5, 5]}, "B": {"plan": [5, 5]}}
    own = {"E1": {"A": 1, "B": 2}, "E2": {"A": 1, "B": 2}}
    assert compared(evaluate(criteria, vendors, own_ranks=own)) == {"A": "2", "B": "0"}


def test_own_ranks_say_nothing_where_ties_are_allowed():
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        ranking: {by: rank-sum, evaluator_ranks: competition}
    """)
    result = evaluate(criteria, TIED, own_ranks={"E1": {"A": 3, "B": 2}})
    assert compared(result) == {"A": "3", "B": "4", "C": "4"}
