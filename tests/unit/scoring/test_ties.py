import pytest

from procscore.scoring.ties import STEPS
from support.values import attempt, codes, evaluate, price, ranks, sheet


def with_ties(chain, more="panel: {aggregate: mean}"):
    return sheet(f"""
        criteria: [{{id: plan, points: 10}}, {{id: staff, points: 10}}]
        ranking: {{ties: [{chain}]}}
        {more}
    """)


def settled(chain, vendors):
    """Return the one tie of the evaluation."""
    (tie,) = evaluate(with_ties(chain), vendors).ties
    return tie


def orders(tie):
    return [" > ".join("=".join(group) for group in step.order) for step in tie.steps]


TWO = {
    "A": {"plan": [4], "staff": [6], "total": 90, "lot": "078"},
    "B": {"plan": [6], "staff": [4], "total": 95, "lot": "9"},
}


@pytest.mark.parametrize(
    ("chain", "order"),
    [
        ("{higher: plan}, committee", "B > A"),
        ("{higher: staff}, committee", "A > B"),
        ("{lower: total}, committee", "A > B"),
        ("lot", "B > A"),
        ("committee", "A=B"),
        ("{more: first-places}, committee", "A=B"),
    ],
)
def test_a_step_tells_tied_vendors_apart(chain, order):
    assert orders(settled(chain, TWO))[0] == order


def test_the_lot_is_a_number_and_is_shown_as_it_was_drawn():
    """078 is 78: it comes after 9, not before it as text would."""
    tie = settled("lot", TWO)
    assert tie.order == (("B",), ("A",))
    assert dict(tie.steps[0].values) == {"A": "078", "B": "9"}


def test_the_chain_stops_asking_where_a_tie_is_settled():
    assert orders(settled("{higher: plan}, {lower: total}, lot", TWO)) == ["B > A"]


def test_a_step_that_decides_nothing_is_recorded_and_the_next_is_asked():
    vendors = {
        "A": {**TWO["A"], "plan": [5], "staff": [5]},
        "B": {**TWO["B"], "plan": [5], "staff": [5]},
    }
    assert orders(settled("{higher: plan}, {lower: total}, lot", vendors)) == ["A=B", "A > B"]


def test_of_three_tied_vendors_only_those_that_stay_tied_are_compared_further():
    vendors = {
        "A": {"plan": [5], "staff": [5], "total": 90},
        "B": {"plan": [6], "staff": [4], "total": 99},
        "C": {"plan": [5], "staff": [5], "total": 80},
    }
    result = evaluate(with_ties("{higher: plan}, {lower: total}, lot"), vendors)
    (tie,) = result.ties
    assert orders(tie) == ["B > A=C", "C > A"]
    assert dict(tie.steps[1].values) == {"A": "90", "C": "80"}
    assert tie.resolved
    assert ranks(result) == {"B": "1", "C": "2", "A": "3"}


def test_two_pairs_that_stay_tied_are_compared_each_on_its_own():
    vendors = {
        "A": {"plan": [6], "staff": [4], "total": 90},
        "B": {"plan": [6], "staff": [4], "total": 80},
        "C": {"plan": [4], "staff": [6], "total": 10},
        "D": {"plan": [4], "staff": [6], "total": 20},
    }
    result = evaluate(with_ties("{higher: plan}, {lower: total}, committee"), vendors)
    assert ranks(result) == {"B": "1", "A": "2", "C": "3", "D": "4"}


def test_what_the_chain_does_not_settle_stays_tied_with_equal_ranks():
    vendors = {
        "A": {"plan": [5], "staff": [5], "total": 90},
        "B": {"plan": [6], "staff": [4], "total": 90},
        "C": {"plan": [5], "staff": [5], "total": 90},
        "D": {"plan": [1], "staff": [1], "total": 90},
    }
    result = evaluate(with_ties("{higher: plan}, {lower: total}, committee"), vendors)
    (tie,) = result.ties
    assert tie.order == (("B",), ("A", "C"))
    assert not tie.resolved
    assert ranks(result) == {"B": "1", "A": "2", "C": "2", "D": "4"}


def test_a_missing_lot_leaves_the_tie_as_it_is_and_warns_for_who_has_none():
    vendors = {"A": {**TWO["A"], "lot": None}, "B": TWO["B"]}
    result, problems = attempt(with_ties("lot"), vendors)
    assert codes(problems) == ["lot-not-drawn"]
    assert next(iter(problems)).details["vendor"] == "A"
    assert ranks(result) == {"A": "1", "B": "1"}
    assert result.award.undecided == ("A", "B")


def test_nobody_is_asked_for_a_lot_who_is_told_apart_without_one():
    vendors = {each: {**entry, "lot": None} for each, entry in TWO.items()}
    _, problems = attempt(with_ties("{lower: total}, lot"), vendors)
    assert codes(problems) == []


def test_equal_lots_decide_nothing():
    vendors = {"A": TWO["A"], "B": {**TWO["B"], "lot": "78"}}
    assert settled("lot", vendors).order == (("A", "B"),)


def test_more_evaluators_who_put_a_vendor_first_tell_apart():
    vendors = {
        "A": {"plan": [9, 4, 6], "staff": [0, 0, 0], "total": 1},  # first for E1 and E3
        "B": {"plan": [5, 9, 5], "staff": [0, 0, 0], "total": 1},
    }
    tie = settled("{more: first-places}, committee", vendors)
    assert tie.order == (("A",), ("B",))
    assert dict(tie.steps[0].values) == {"A": "2", "B": "1"}


def test_first_is_who_is_first_of_all_vendors_and_not_only_of_those_that_are_tied():
    """C is first for E2 and E3, so B is put first by nobody, whatever it has against A."""
    vendors = {
        "A": {"plan": [9, 3, 6], "staff": [0, 0, 0], "total": 1},
        "B": {"plan": [6, 6, 6], "staff": [0, 0, 0], "total": 1},
        "C": {"plan": [8, 7, 7], "staff": [0, 0, 0], "total": 1},
    }
    result = evaluate(with_ties("{more: first-places}, committee"), vendors)
    assert dict(result.ties[0].steps[0].values) == {"A": "1", "B": "0"}
    assert ranks(result) == {"C": "1", "A": "2", "B": "3"}


def test_an_excluded_vendor_is_not_in_a_tie():
    vendors = {**TWO, "C": {**TWO["A"], "status": "disqualified"}}
    assert settled("committee", vendors).vendors == ("A", "B")


def test_values_that_are_only_rounded_alike_on_the_screen_are_no_tie():
    vendors = {
        "A": {"plan": ["5.00001"], "staff": [1], "total": 1},
        "B": {"plan": ["5.00002"], "staff": [1], "total": 1},
    }
    assert evaluate(with_ties("committee"), vendors).ties == ()


def test_every_step_of_the_sheet_has_its_function():
    assert set(STEPS) == {"higher", "lower", "more", "lot", "committee"}


def test_with_a_sum_first_places_are_those_on_the_evaluators_own_sheets():
    """Own totals: A 55 + 20, 55 + 20, 10 + 20; B 30 + 40, 30 + 40, 0 + 40. Sums: 180 each."""
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        panel: {{aggregate: sum}}
        ranking: {{ties: [{{more: first-places}}, committee]}}
    """)
    vendors = {"A": {"plan": [55, 55, 10], "total": 200}, "B": {"plan": [30, 30, 0], "total": 100}}
    result = evaluate(criteria, vendors)
    assert dict(result.ties[0].steps[0].values) == {"A": "2", "B": "1"}
    assert ranks(result) == {"A": "1", "B": "2"}
