"""Points that are given only to who reaches enough elsewhere (`requires`, 加算点の条件)."""

import pytest

from support.values import evaluate, out, points, price, sheet, text, totals

NURSERY = """
    criteria:
      - id: basic
        criteria: [{id: applicant, points: 35}, {id: building, points: 25}, {id: operation, points: 40}]
      - id: bonus
        points: 25
        score: {method: marks, by: secretariat}
        requires: {criterion: basic, at_least: 60%%}
    panel: {aggregate: sum, shared: %s}
"""


@pytest.mark.parametrize(
    ("applicant", "bonus", "total"),
    [
        ([35, 35, 35, 35, 35, 35], "25", "385"),  # 210 + 150: 360 of 600 are enough
        ([35, 35, 35, 35, 35, 34], "0", "359"),  # one point less
    ],
)
def test_a_bonus_is_withheld_below_the_standard_and_given_at_it(applicant, bonus, total):
    """https://expydoc.com/doc/11049769/: six evaluators, 600 points and a bonus of 25: of 625.

    基礎点が一定の基準に達しなかったため加算点を加えない; the standard is not printed, 60 % is taken.
    """
    marks = {"applicant": applicant, "building": [25] * 6, "operation": [0] * 6, "bonus": 25}
    result = evaluate(sheet(NURSERY % "once"), {"A": marks})
    assert points(result, "bonus") == {"A": bonus}
    assert (totals(result), result.vendor("A").of) == ({"A": total}, 625)
    assert result.vendor("A").score("bonus").of == 25


def test_the_published_nurseries_get_no_bonus():
    """https://expydoc.com/doc/11049769/: 269, 259 and 289 of 600."""

    def spread(total):
        return [total // 6 + (number < total % 6) for number in range(6)]

    sums = {"A": (87, 66, 116), "B": (82, 77, 100), "C": (78, 76, 135)}
    result = evaluate(
        sheet(NURSERY % "once"),
        {
            each: {
                "applicant": spread(applicant),
                "building": spread(building),
                "operation": spread(operation),
                "bonus": 20,
            }
            for each, (applicant, building, operation) in sums.items()
        },
    )
    assert totals(result) == {"A": "269", "B": "259", "C": "289"}


def test_a_bonus_that_counts_for_each_evaluator_is_withheld_or_given_as_one():
    marks = {"applicant": [35] * 6, "building": [25] * 6, "operation": [0] * 6, "bonus": 25}
    result = evaluate(sheet(NURSERY % "each"), {"A": marks})
    assert (totals(result), result.vendor("A").of) == ({"A": "510"}, 750)  # 360 + 6 × 25
    result = evaluate(sheet(NURSERY % "each"), {"A": {**marks, "building": [24] + [25] * 5}})
    assert totals(result) == {"A": "359"}


def test_a_withheld_bonus_keeps_its_marks_and_says_why():
    marks = {"applicant": [1] * 6, "building": [1] * 6, "operation": [1] * 6, "bonus": 25}
    bonus = evaluate(sheet(NURSERY % "once"), {"A": marks}).vendor("A").score("bonus")
    assert [mark.value for mark in bonus.marks] == [25]
    assert bonus.derivation.formula.text == "if(reached >= needed, earned, 0)"
    known = {each.name: text(each.value) for each in bonus.derivation.inputs}
    assert known == {"reached": "18", "needed": "360", "earned": "25"}


def test_a_whole_group_can_be_withheld_after_it_was_rescaled():
    criteria = sheet("""
        criteria:
          - {id: plan, points: 60}
          - id: bonus
            points: 10
            rescale: {formula: "max(2, points * raw / of)"}
            requires: {criterion: plan, at_least: 30}
            criteria: [{id: local, points: 20}, {id: young, points: 20}]
    """)
    result = evaluate(
        criteria,
        {
            "A": {"plan": [30], "local": [12], "young": [8]},
            "B": {"plan": ["29.9"], "local": [20], "young": [20]},
        },
    )
    assert points(result, "bonus") == {"A": "5", "B": "0"}
    assert totals(result) == {"A": "35", "B": "29.9"}


def test_a_bonus_waits_for_the_price_points_that_it_requires():
    criteria = sheet(f"""
        criteria:
          - {{id: plan, points: 50}}
          - {{id: bonus, points: 10, requires: {{criterion: price, at_least: 50%}}}}
          - {price(40)}
    """)
    vendors = {each: {"plan": [30], "bonus": [8]} for each in "ABC"}
    prices = {"A": 100, "B": 200, "C": 201}
    result = evaluate(criteria, {each: {**vendors[each], "total": prices[each]} for each in prices})
    assert points(result, "bonus") == {"A": "8", "B": "8", "C": "0"}


def test_whether_a_bonus_is_given_is_not_known_of_who_is_out_before_the_price():
    criteria = sheet(f"""
        criteria:
          - {{id: plan, points: 50}}
          - {{id: bonus, points: 10, requires: {{criterion: price, at_least: 50%}}}}
          - {price(40)}
        eligibility: {{minimums: [{{criterion: plan, at_least: 20}}]}}
    """)
    result = evaluate(criteria, {"A": {"plan": [19], "bonus": [8], "total": 1}})
    bonus = result.vendor("A").score("bonus")
    assert (bonus.points, [mark.value for mark in bonus.marks]) == (None, [8])


def test_a_minimum_of_points_with_a_bonus_waits_with_it():
    criteria = sheet(f"""
        criteria:
          - id: technical
            criteria:
              - {{id: plan, points: 50}}
              - {{id: bonus, points: 10, requires: {{criterion: price, at_least: 100%}}}}
          - {price(40)}
        eligibility: {{minimums: [{{criterion: technical, at_least: 60%}}]}}
    """)
    vendors = {
        "A": {"plan": [30], "bonus": [6], "total": 100},
        "B": {"plan": [30], "bonus": [6], "total": 101},
    }
    assert out(evaluate(criteria, vendors)) == {"B": ["minimum"]}
