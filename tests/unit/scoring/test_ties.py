import pytest

from procscore.diagnostics import Problems
from procscore.scoring.context import Context
from procscore.scoring.ties import STEPS, check_decisions, refined
from support.values import attempt, bids, codes, evaluate, price, ranks, sheet


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
    assert set(STEPS) == {"higher", "lower", "more", "lot", "committee", "chair", "vote"}


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


def test_a_sum_of_criteria_is_compared_as_one():
    """船橋市 [E7676130]: one item, then another, then the sum of those between."""
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}, {id: c, points: 10}]
        ranking: {ties: [{higher: c}, {higher: [a, b]}, committee]}
    """)
    vendors = {"A": {"a": [9], "b": [0], "c": [3]}, "B": {"a": [5], "b": [4], "c": [3]}}
    (tie,) = evaluate(criteria, vendors).ties
    assert orders(tie) == ["A=B", "A=B", "A=B"]
    assert str(tie.steps[1].rule) == "more points in “a + b”"
    assert dict(tie.steps[1].values) == {"A": "9", "B": "9"}


def test_a_sum_tells_apart_what_its_parts_tell_otherwise():
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}, {id: c, points: 10}]
        ranking: {ties: [{higher: [a, b]}, committee]}
    """)
    vendors = {"A": {"a": [9], "b": [0], "c": [3]}, "B": {"a": [5], "b": [5], "c": [2]}}
    (tie,) = evaluate(criteria, vendors).ties
    assert orders(tie) == ["B > A"]
    assert dict(tie.steps[0].values) == {"A": "9", "B": "10"}


@pytest.mark.parametrize(
    ("chain", "order", "rule"),
    [
        ("{higher: total}", "B > A", "higher total"),
        ("{lower: total}", "A > B", "lower total"),
        ("{higher: sites}", "A > B", "higher sites"),
        ("{lower: sites}", "B > A", "lower sites"),
        ("{lower: plan}", "A > B", "fewer points in “plan”"),
        ("{lower: [plan, total_points]}", "A > B", "fewer points in “plan + total_points”"),
    ],
)
def test_amounts_quantities_and_criteria_can_be_compared_either_way(chain, order, rule):
    criteria = sheet(f"""
        quantities: {{sites: {{}}}}
        criteria:
          - {{id: plan, points: 10}}
          - {{id: staff, points: 10}}
          - {{id: total_points, points: 1, score: {{method: formula, formula: "0"}}}}
        ranking: {{ties: [{chain}, committee]}}
    """)
    handed_in = {"A": {**TWO["A"], "sites": 7}, "B": {**TWO["B"], "sites": 3}}
    (tie,) = evaluate(criteria, handed_in).ties
    assert orders(tie) == [order]
    assert str(tie.steps[0].rule) == rule


PLACES = {
    "A": {"plan": [9, 3, 1, 8], "staff": [0] * 4},
    "B": {"plan": [1, 9, 3, 8], "staff": [0] * 4},
    "C": {"plan": [8, 1, 9, 3], "staff": [0] * 4},
    "D": {"plan": [3, 8, 8, 2], "staff": [0] * 4},
}
"""Sums of 21 each. Places: A 1, 3, 4, 1 · B 4, 1, 3, 1 · C 2, 4, 1, 3 · D 3, 2, 2, 4."""


def test_next_places_are_asked_one_after_the_other_among_those_who_are_still_tied():
    """[E10220521]. First places 2, 2, 1, 0; second 0, 0 of A and B; third 1, 1; fourth 1, 1."""
    tie = settled("{more: first-places}, {more: next-places}, committee", PLACES)
    assert orders(tie) == ["A=B > C > D", "A=B", "A=B", "A=B", "A=B"]
    assert [str(step.rule) for step in tie.steps[:4]] == [
        "put first by more evaluators",
        "put second by more evaluators",
        "put third by more evaluators",
        "put in place 4 by more evaluators",
    ]


def test_the_first_place_that_tells_apart_decides_and_later_ones_are_not_asked():
    """Second places D 2, C 1, A and B 0; then third places of A and B, 1 each; then fourth."""
    tie = settled("{more: next-places}, committee", PLACES)
    assert orders(tie)[0] == "D > C > A=B"
    assert dict(tie.steps[1].values) == {"A": "1", "B": "1"}
    assert orders(tie)[1:] == ["A=B", "A=B", "A=B"]


def test_points_of_firsts_are_those_of_the_evaluators_who_put_it_first():
    """A has 9 + 8 from its two, B 9 + 8, C 9 from one, D none."""
    tie = settled("{more: points-of-firsts}, committee", PLACES)
    assert dict(tie.steps[0].values) == {"A": "17", "B": "17", "C": "9", "D": "0"}
    assert orders(tie)[0] == "A=B > C > D"


def decided(chain, a, b, **more):
    """Evaluate A and B, tied, with what was decided; return the tie and the codes."""
    places = {"A": a, "B": b}
    vendors = {each: {**TWO[each], "decision": places[each]} for each in TWO}
    result, problems = attempt(with_ties(chain), {**vendors, **more})
    found = [code for code in codes(problems) if code != "decision-not-asked"]
    return result.ties[0], found


@pytest.mark.parametrize(
    ("chain", "told"),
    [
        ("committee", "the committee decided"),
        ("chair", "the chair decided"),
        ("vote", "a run-off vote decided"),
        ("vote, chair", "a run-off vote decided, or the chair where it was equal"),
    ],
)
def test_a_decision_that_was_handed_in_puts_the_tied_in_its_order(chain, told):
    tie, found = decided(chain, "2", "1")
    assert found == []
    assert orders(tie) == ["B > A"]
    assert str(tie.steps[0].rule) == told
    assert dict(tie.steps[0].values) == {"A": "2", "B": "1"}


def test_places_that_were_decided_are_numbers():
    assert orders(decided("committee", "10", "９")[0]) == ["B > A"]


@pytest.mark.parametrize(("a", "b"), [("1", None), (None, "1"), ("1", "01")])
def test_a_decision_that_leaves_somebody_without_a_place_of_its_own_is_not_taken(a, b):
    tie, found = decided("vote, chair", a, b)
    assert found == ["decision-unclear"]
    assert orders(tie) == ["A=B", "A=B"]
    assert [step.awaits for step in tie.steps] == ["vote", "chair"]


def test_no_decision_is_no_fault():
    tie, found = decided("committee", None, None)
    assert found == []
    assert orders(tie) == ["A=B"]


def test_a_decision_is_not_asked_where_a_rule_has_decided():
    tie, _ = decided("{higher: plan}, committee", "1", "2")
    assert orders(tie) == ["B > A"]


def test_a_decision_is_for_those_who_are_still_tied_alone():
    third = {"plan": [7], "staff": [3], "total": 1}
    tie, found = decided("{lower: total}, committee", "2", "1", C={**third})
    assert found == []
    assert orders(tie) == ["C > A > B"]
    equal = {**TWO["A"], "plan": [7], "staff": [3], "decision": "1"}
    tie, found = decided(
        "{higher: plan}, committee", "5", "5", C=equal, D={**equal, "decision": "0"}
    )
    assert found == []
    assert tie.order == (("D",), ("C",), ("B",), ("A",))


def test_decisions_of_vendors_that_no_step_left_to_people_are_noted():
    criteria = with_ties("{lower: total}, committee")
    vendors = {
        "A": {"plan": [5], "staff": [5], "total": 9, "decision": "1"},
        "B": {"plan": [5], "staff": [5], "total": 9, "decision": "2"},
        "C": {"plan": [5], "staff": [5], "total": 5, "decision": "3"},
        "D": {"plan": [1], "staff": [1], "total": 5},
    }
    result = evaluate(criteria, vendors)
    problems = Problems()
    context = Context(criteria, bids(criteria, vendors), problems, criteria.ranking)
    check_decisions(context, [result.ties])
    assert [(each.code, each.where.row, each.details["vendor"]) for each in problems] == [
        ("decision-not-asked", 4, "C")
    ]


def test_an_order_takes_the_place_of_its_group():
    groups = (("A", "B"), ("C", "D", "E"), ("F",))
    assert refined(groups, (("E",), ("D", "C"))) == (("A", "B"), ("E",), ("D", "C"), ("F",))
    assert refined(groups, (("B", "A"),)) == (("B", "A"), ("C", "D", "E"), ("F",))


@pytest.mark.parametrize(
    ("chain", "numbers", "lowest_first", "names"),
    [
        ("[{higher: plan}, committee]", {"A": 40, "B": 50}, False, ("plan",)),
        ("[{lower: total}, committee]", {"A": 100, "B": 200}, True, ("total",)),
        ("[lot]", {"A": 2, "B": 1}, True, ()),
    ],
)
def test_a_step_keeps_the_numbers_that_it_compared(chain, numbers, lowest_first, names):
    vendors = {
        "A": {"plan": [40], "staff": [20], "total": 100, "lot": "2"},
        "B": {"plan": [50], "staff": [10], "total": 200, "lot": "1"},
    }
    criteria = sheet(f"""
        amounts: {{total: {{name: total}}}}
        criteria: [{{id: plan, points: 50}}, {{id: staff, points: 50}}]
        ranking: {{ties: {chain}}}
    """)
    (tie,) = evaluate(criteria, vendors).ties
    compared = tie.steps[0].compared
    assert (compared.numbers, compared.lowest_first) == (numbers, lowest_first)
    assert compared.names == names
