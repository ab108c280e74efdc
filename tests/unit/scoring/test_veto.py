"""Marks that exclude a vendor when enough evaluators give them (`veto`, 拒否点)."""

import textwrap

import pytest

from support.values import evaluate, out, points, sheet, totals

KYOTO = """
    criteria:
      - id: single_sign_on
        points: 6
        score: {method: marks, from: -3, to: 6, veto: {mark: -3, votes: %s, otherwise: -2}}
      - {id: plan, points: 94}
"""


def vetoed(votes, marks):
    vendors = {"A": {"single_sign_on": marks, "plan": [50] * len(marks)}}
    return evaluate(sheet(KYOTO % votes), vendors)


def test_kyoto_a_veto_stands_only_if_it_is_unanimous():
    """https://expydoc.com/doc/7512914/ (2): −3 of every member excludes."""
    result = vetoed("all", [-3, -3, -3])
    assert out(result) == {"A": ["veto"]}
    assert points(result, "single_sign_on") == {"A": "-3"}


def test_kyoto_a_veto_of_some_counts_as_minus_two():
    """https://expydoc.com/doc/7512914/ (2): [−3, −2, −3] is computed as [−2, −2, −2]."""
    result = vetoed("all", [-3, -2, -3])
    assert (out(result), totals(result)) == ({}, {"A": "48"})
    marks = result.vendor("A").score("single_sign_on").marks
    assert [mark.value for mark in marks] == [-2, -2, -2]
    assert [mark.given for mark in marks] == [-3, None, -3]
    assert [mark.written for mark in marks] == ["-3", "-2", "-3"]


@pytest.mark.parametrize(
    ("votes", "marks", "standing"),
    [
        ("any", [-3, 6, 6], True),
        ("any", [-2, 6, 6], False),
        ("majority", [-3, -3, 6], True),
        ("majority", [-3, -3, 6, 6], False),  # half is no majority
        ("all", [-3, -3, 6], False),
    ],
)
def test_the_sheet_says_how_many_evaluators_carry_a_veto(votes, marks, standing):
    assert (out(vetoed(votes, marks)) == {"A": ["veto"]}) is standing


def test_machida_an_item_where_a_majority_gives_the_lowest_mark_fails():
    """http://www.city.machida.tokyo.jp/shisei/siteikanri/shiteikanrisyaiinkai/nagare.html: “1”."""
    criteria = sheet("""
        criteria:
          - id: safety
            points: 20
            score: {method: marks, allowed: [5, 4, 3, 2, 1], veto: {mark: 1, votes: majority}}
    """)
    result = evaluate(criteria, {"A": {"safety": [1, 1, 5]}, "B": {"safety": [1, 2, 5]}})
    assert out(result) == {"A": ["veto"]}
    # Where nothing is written for it, a veto that does not stand counts as the mark it is.
    assert points(result, "safety")["B"] == "32/3"


def test_a_grade_may_be_a_veto_and_count_as_another():
    criteria = sheet("""
        scales: {abc: {A: 100%, B: 50%, C: 0%, X: 0%}}
        criteria:
          - id: plan
            points: 10
            score: {method: grades, scale: abc, veto: {mark: A, votes: all, otherwise: B}}
    """)
    result = evaluate(criteria, {"A": {"plan": ["A", "A"]}, "B": {"plan": ["A", "B"]}})
    assert out(result) == {"A": ["veto"]}
    assert points(result, "plan")["B"] == "5"


def test_who_is_absent_or_recused_neither_carries_a_veto_nor_prevents_it():
    criteria = sheet(KYOTO % "all")
    vendors = {
        "A": {"single_sign_on": {"E1": -3, "E2": -3}, "plan": {"E1": 1, "E2": 1}},
        "B": {"single_sign_on": {"E2": -3, "E3": 1}, "plan": {"E2": 1, "E3": 1}},
    }
    result = evaluate(criteria, vendors, recused={"E1": ["B"], "E3": ["A"]})
    assert out(result) == {"A": ["veto"]}


def test_a_mark_that_counts_as_another_does_so_in_an_evaluators_total():
    criteria = sheet(f"{textwrap.dedent(KYOTO) % 'all'}panel: {{aggregate: median, over: totals}}")
    marks = {"single_sign_on": [-3, -3, 0], "plan": [10, 10, 0]}
    assert totals(evaluate(criteria, {"A": marks})) == {"A": "8"}  # of 8, 8 and 0
