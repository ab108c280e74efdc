"""What a criterion can really give to the total."""

from fractions import Fraction

from procscore.model.worths import about_price, worths
from support.values import sheet


def given(text):
    return {each: str(points) for each, points in worths(sheet(text)).items()}


def test_points_are_what_is_written():
    assert given("""
        criteria:
          - {id: a, criteria: [{id: a1, points: 30}, {id: a2, points: 20}]}
          - {id: b, points: 50}
    """) == {"a": "50", "a1": "30", "a2": "20", "b": "50"}


def test_what_stands_in_a_converted_group_gives_in_proportion():
    assert given("""
        criteria:
          - id: quality
            points: 60
            rescale: {formula: raw * 60%}
            criteria:
              - {id: safety, points: 80}
              - {id: region, criteria: [{id: jobs, points: 15}, {id: schools, points: 5}]}
    """) == {"quality": "60", "safety": "48", "region": "12", "jobs": "9", "schools": "3"}


def test_points_of_a_stage_that_does_not_carry_over_are_not_there():
    stages = """
        criteria: [{id: a, points: 30}, {id: b, points: 50}]
        stages:
          - {id: first, name: first, criteria: [a]}
          - {id: second, name: second, criteria: [b], carry_over: %s}
    """
    assert given(stages % "true") == {"a": "30", "b": "50"}
    assert given(stages % "false") == {"b": "50"}


def test_checks_that_are_worth_nothing_share_what_their_group_gives():
    found = worths(
        sheet("""
        criteria:
          - id: checks
            points: 3
            rescale: {formula: points}
            score: {method: check, by: secretariat}
            criteria: [{id: a}, {id: b}]
    """)
    )
    assert found == {"checks": 3, "a": Fraction(3, 2), "b": Fraction(3, 2)}


def test_money_is_what_is_scored_by_price_or_says_so():
    leaves = sheet("""
        criteria:
          - {id: plan, points: 30}
          - {id: cost, points: 5, topic: cost}
          - {id: judged, points: 5, topic: running-cost}
          - {id: price, points: 40, topic: cost, score: {method: price, amount: total, formula: lowest-ratio}}
    """).leaves
    assert [leaf.id for leaf in leaves if about_price(leaf)] == ["judged", "price"]
