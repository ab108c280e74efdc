from fractions import Fraction

from support.values import evaluate, sheet

SHEET = """
    amounts: {total: {}}
    criteria: [{id: plan, points: 10}]
    eligibility: {abnormally_low: {rule: mean-minus-deviation}, minimums: [{at_least: 2}]}
    ranking: {ties: [{lower: total}, committee]}
"""


def ranked():
    vendors = {
        "A": {"plan": [5], "total": 100},
        "B": {"plan": [7], "total": 100},
        "C": {"plan": [5], "total": 10},
        "D": {"plan": [1], "total": 1},
    }
    return evaluate(sheet(SHEET), vendors)


def test_values_give_ranks_and_a_tie_is_settled_by_the_chain():
    ranks = {each.vendor.id: each.rank for each in ranked().vendors}
    assert ranks == {"A": Fraction(3), "B": Fraction(1), "C": Fraction(2), "D": None}
    (tie,) = ranked().ties
    assert tie.order == (("C",), ("A",))


def test_who_is_out_has_no_value_and_sets_no_standard_for_low_prices():
    """Among 100, 100 and 10 the mean is 70 and the deviation 42.4: 10 is below 27.6."""
    result = ranked()
    assert result.vendor("D").compared is None
    assert [each.vendor.id for each in result.vendors if each.flags] == ["C"]


def test_the_award_follows_the_ranks():
    assert (ranked().award.winners, ranked().award.reserve) == (("B",), ("C",))
