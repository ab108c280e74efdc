import pytest

from procscore.model.rules_told.ranking import award, ranking, stages, ties
from support import values

HEAD = f"""
        criteria:
          - {{id: a, name: 一次, points: 50}}
          - {{id: b, name: 二次, points: 30}}
          - {values.price(20)}
"""


def told(tell, rules):
    return [str(each) for each in tell(values.sheet(f"{HEAD}        {rules}"))]


@pytest.mark.parametrize(
    ("chain", "line"),
    [
        ("[{higher: a}, {lower: total}, lot]", "more of 一次 → less of total → lot"),
        (
            "[{higher: [a, b]}, vote, chair]",
            "more of 一次, 二次 → a run-off vote decides → the chair decides",
        ),
        (
            "[{more: first-places}, committee]",
            "put first by more evaluators → the committee decides",
        ),
        (
            "[{lot: {if_equal: [total]}}, committee]",
            "lot, where total are equal too → the committee decides",
        ),
        (
            "[{lot: {rule: remainder, order: code}}]",
            "lot by the remainder of the numbers' sum, numbered by vendor code",
        ),
        (
            "[{lot: {rule: remainder, order: arrival, following: open}}, committee]",
            "lot by the remainder of the numbers' sum, numbered by receipt number, which names only the first → the committee decides",
        ),
    ],
)
def test_a_chain_is_one_line(chain, line):
    assert told(ties, f"ranking: {{ties: {chain}}}") == [line]


def test_a_chain_that_is_not_stated_says_so():
    assert told(ties, "") == ["the committee decides (not stated)"]


def test_what_is_compared_and_how_many_are_chosen():
    assert told(ranking, "") == ["The total points are compared. (not stated)"]
    assert told(award, "") == ["Chosen: 1, in reserve: 1. (not stated)"]
    rules = "ranking: {by: rank-sum, evaluator_ranks: distinct, majority: flag}\n        award: {winners: 2, reserve: 0}"
    assert told(ranking, rules) == [
        "The sum of the ranks that the evaluators give is compared; the smallest is first.",
        "Each evaluator ranks without ties.",
        "Flagged: a first vendor that no more than half of the evaluators put first.",
    ]
    assert told(award, rules) == ["Chosen: 2, in reserve: 0."]


@pytest.mark.parametrize(
    ("notice", "sentence"),
    [
        ("own", "A vendor is told its own points only."),
        (
            "winner-totals",
            "A vendor is also told the points of the preferred bidder, in all and by top criterion.",
        ),
    ],
)
def test_what_vendors_are_told_is_said_where_the_sheet_says_it(notice, sentence):
    rules = f"award: {{winners: 1, reserve: 1, notice: {notice}}}"
    assert told(award, rules) == ["Chosen: 1, in reserve: 1.", sentence]


def test_stages_say_who_goes_on_and_whether_points_carry_over():
    rules = """stages:
          - id: s1
            name: 一次審査
            criteria: [a]
            gate: {top: 3, at_cut: none, minimums: [{at_least: 60%}], skip_below: 4}
          - {id: s2, name: 二次審査, criteria: [b], carry_over: false, gate: {top: 2}}
          - {id: s3, name: 三次審査, criteria: [price]}"""
    assert told(stages, rules) == [
        "一次審査: 一次. The first 3 go on (tied across the line: none goes on). Total: at least 60%. Not held with fewer than 4 vendors.",
        "二次審査: 二次. The points before do not count. The first 2 go on (tied across the line: all go on (not stated)).",
        "三次審査: price. The points before count. (not stated)",
    ]


def test_where_the_smallest_value_is_first_it_is_said():
    rules = "ranking: {by: formula, formula: total / a, best: lowest}"
    assert told(ranking, rules) == [
        "A formula is compared (see the price).",
        "The smallest value is first.",
    ]
