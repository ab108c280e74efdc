import pytest

from procscore.model.rules_told.panel import aggregation, roundings
from support import values


def sheet(rules, more=""):
    return values.sheet(f"""
        criteria: [{{id: a, name: 計画, points: 10}}, {values.price(20)}]
        {rules}
        {more}
    """)


def told(tell, *texts):
    return [str(each) for each in tell(sheet(*texts))]


@pytest.mark.parametrize(
    ("rules", "sentences"),
    [
        ("", ["The mean of the evaluators, criterion by criterion. (not stated)"]),
        (
            "panel: {aggregate: median, over: totals}",
            ["The median of the evaluators, over each evaluator's total."],
        ),
        (
            "panel: {aggregate: trimmed-mean, trim: {highest: 2}}",
            [
                "The mean of the evaluators without the 2 highest and the 1 lowest, criterion by criterion."
            ],
        ),
        (
            "panel: {aggregate: sum, shared: once, quorum: 50%, same_for_all: true}",
            [
                "The sum of the evaluators.",
                "Points that are given once count once in the sum.",
                "Quorum: 50%.",
                "The same evaluators mark all vendors.",
            ],
        ),
        ("panel: {aggregate: consensus}", ["One mark that the evaluators agree on."]),
        (
            "panel: {aggregate: mean, consensus: overrides}",
            [
                "The mean of the evaluators, criterion by criterion.",
                "Where the panel agrees on a mark, it counts instead of the evaluators' own.",
            ],
        ),
    ],
)
def test_how_evaluators_become_one_score(rules, sentences):
    assert told(aggregation, rules) == sentences


def test_panels_are_named():
    several = values.sheet("""
        panel: {name: 委員会, aggregate: sum}
        panels: {staff: {aggregate: mean, round: {places: 0, mode: up}}}
        criteria: [{id: a, points: 10}, {id: b, points: 30, panel: staff}]
    """)
    assert [str(each) for each in aggregation(several)] == [
        "委員会: The sum of the evaluators.",
        "staff: The mean of the evaluators, criterion by criterion.",
    ]
    # a sum needs no rounding, so that its absence is nothing to be told
    assert [str(each) for each in roundings(several)] == ["staff: rounded up to a whole number."]


def test_every_place_where_is_rounded_is_told_and_where_it_is_not_said():
    whole = values.sheet("""
        criteria:
          - id: technical
            points: 60
            rescale: {formula: points * raw / of, round: {places: 1, mode: down}}
            criteria: [{id: a, name: 計画, points: 10, score: {method: marks, round: {places: 2, mode: up}}}]
          - {id: price, points: 20, score: {method: price, amount: total, formula: lowest-ratio}}
        panel: {round: {places: 2, mode: half-up}}
        ranking: {by: formula, formula: technical / total}
    """)
    assert [str(each) for each in roundings(whole)] == [
        "evaluators' points: rounded half up to 2 decimal places.",
        "計画: rounded up to 2 decimal places.",
        "price, what is compared: not rounded (not stated).",
        "technical: points × points given ÷ most that can be given, cut down to one decimal place.",
    ]
