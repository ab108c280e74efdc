from procscore.model.history import inner, innermost, steps
from support.values import evaluate, sheet

CRITERIA = sheet("""
    criteria:
      - {id: plan, points: 60}
      - id: price
        points: 40
        score: {method: price, amount: total, formula: lowest-ratio}
        rescale: {formula: points * raw / best}
        requires: {criterion: plan, at_least: 50%}
""")


def derivation():
    vendors = {"A": {"plan": [50], "total": 100}, "B": {"plan": [40], "total": 200}}
    return evaluate(CRITERIA, vendors).vendor("B").score("price").derivation


def test_points_are_followed_from_what_counts_to_what_was_computed_first():
    told = [each.formula.text for each in steps(derivation())]
    assert told == [
        "if(reached >= needed, earned, 0)",
        "points * raw / best",
        "points * lowest / price",
    ]


def test_what_goes_into_a_step_is_found_by_its_name():
    assert inner(derivation(), "raw").value == 20
    assert inner(derivation(), "best").value == 40
    assert inner(derivation(), "once") is None


def test_the_innermost_is_what_was_computed_first():
    assert innermost(derivation()).formula.text == "points * lowest / price"
