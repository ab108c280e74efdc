import dataclasses

import pytest

from procscore.diagnostics import Location, Problems
from procscore.scoring.evaluate import evaluate as score
from support.values import attempt, bids, codes, out, price, sheet, totals

ANNEX_2 = sheet("""
    criteria:
      - id: technical
        criteria:
          - {id: works, points: 15}
          - {id: value, points: 15}
          - {id: approach, points: 70}
    eligibility: {minimums: [{criterion: technical, at_least: 80}]}
""")
SCORES = {"A": (7, 4, 48), "B": (12, 11, 54), "C": (13, 11, 67)}
OFFERS = {
    each: {"works": [works], "value": [value], "approach": [approach]}
    for each, (works, value, approach) in SCORES.items()
}


def found(criteria, vendors, *stated, **handed_in):
    """Return what is told of stated sums: which, the sum of the marks, what hangs on it."""
    result, problems = attempt(criteria, vendors, stated=stated, **handed_in)
    assert result is not None
    assert set(codes(problems)) <= {"stated-sum-differs"}
    return [
        (each.details["stated"], each.details["total"], str(each.details["outcome"]))
        for each in problems
    ]


UNCLEAR = "Whether a minimum hangs on it cannot be told."
NOTHING = "No minimum hangs on it."


def otherwise(*what):
    return f"By the stated sum, this minimum would be judged otherwise: {', '.join(what)}."


def test_world_bank_annex_2_prints_82_for_12_and_11_and_54_and_80_is_needed():
    """World Bank, Evaluating Bids and Proposals with Rated Criteria, 2025, Annex 2: it is 77."""
    stated = [("E1", "A", None, 59), ("E1", "B", None, 82), ("E1", "C", None, 91)]
    result, problems = attempt(ANNEX_2, OFFERS, stated=stated)
    (told,) = problems
    assert told.code == "stated-sum-differs"
    assert (told.where.sheet, told.where.cell) == ("採点_E1", "E99")
    assert (
        "82 stands here as the sum for B, but the marks add up to 77; 77 was used." in told.message
    )
    assert otherwise("technical") in told.message
    # The marks decide, never the sum.
    assert totals(result) == {"A": "59", "B": "77", "C": "91"}
    assert out(result) == {"A": ["minimum"], "B": ["minimum"]}


@pytest.mark.parametrize(
    ("vendor", "stated", "outcome"),
    [
        ("B", 79, NOTHING),
        ("B", 80, otherwise("technical")),  # reaching it exactly passes
        ("C", 90, NOTHING),
        ("C", 80, NOTHING),
        ("C", "79.9", otherwise("technical")),
        ("A", 60, NOTHING),
    ],
)
def test_a_minimum_hangs_on_a_sum_that_lies_on_its_other_side(vendor, stated, outcome):
    ((_, _, told),) = found(ANNEX_2, OFFERS, ("E1", vendor, None, stated))
    assert told == outcome


SCALED = """
    criteria:
      - id: technical
        criteria:
          - {id: plan, points: 40, score: {method: marks, to: 5}}
          - {id: staff, points: 20, score: {method: marks, to: 5}}
      - {id: demo, points: 40, score: {method: marks, to: 5}}
    panel: %s
    eligibility: {minimums: [{criterion: technical, at_least: 50%%}, {at_least: 50%%}]}
"""
MARKS = {"A": {"plan": [4, 2], "staff": [1, 3], "demo": [2, 2]}}


@pytest.mark.parametrize(
    ("group", "stated", "differs"),
    [
        ("technical", 5, False),  # 4 + 1 as they were marked
        ("technical", 36, False),  # 40 × 4/5 + 20 × 1/5 in points
        ("technical", 37, True),
        (None, 7, False),
        (None, 52, False),
        (None, 36, True),
    ],
)
def test_a_sum_may_be_in_marks_or_in_points(group, stated, differs):
    assert bool(found(sheet(SCALED % "{}"), MARKS, ("E1", "A", group, stated))) is differs


@pytest.mark.parametrize(
    ("aggregate", "group", "stated", "outcome"),
    [
        # The group has (36 + 28) / 2 = 32 of 60, and 30 are needed: E1 alone moves it by half.
        ("mean", "technical", 33, NOTHING),  # 30.5
        ("mean", "technical", 32, NOTHING),  # 30
        ("mean", "technical", 31, otherwise("technical")),  # 29.5
        # The total is 48 of 100, and 50 are needed.
        ("mean", None, 55, UNCLEAR),  # 49.5, but a part has a minimum, and may hold the wrong mark
        ("mean", None, 56, otherwise("total")),  # 50
        # 64 of 120 and 96 of 200: a point is a point.
        ("sum", "technical", 32, NOTHING),
        ("sum", "technical", 31, otherwise("technical")),
        ("sum", None, 55, UNCLEAR),
        ("sum", None, 56, otherwise("total")),
        ("median", None, 56, UNCLEAR),
    ],
)
def test_how_far_one_sheet_moves_the_points_is_told_by_the_aggregate(
    aggregate, group, stated, outcome
):
    criteria = sheet(SCALED % f"{{aggregate: {aggregate}}}")
    ((_, _, told),) = found(criteria, MARKS, ("E1", "A", group, stated))
    assert told == outcome


def test_what_the_marks_add_up_to_is_told_in_points():
    ((_, total, _),) = found(sheet(SCALED % "{}"), MARKS, ("E1", "A", "technical", 37))
    assert total == "36"


def test_of_a_single_evaluator_every_aggregate_is_what_it_marked():
    criteria = sheet(SCALED % "{aggregate: median}")
    marks = {"A": {"plan": [4], "staff": [1], "demo": [2]}}
    assert found(criteria, marks, ("E1", "A", None, 53), ("E1", "A", None, 49)) == [
        ("53", "52", UNCLEAR),
        ("49", "52", otherwise("total")),
    ]


def test_where_nothing_is_asked_nothing_hangs_on_it_whatever_the_aggregate():
    criteria = sheet("criteria: [{id: plan, points: 9}]\npanel: {aggregate: median}")
    assert found(criteria, {"A": {"plan": [1, 2, 3]}}, ("E1", "A", None, 2)) == [
        ("2", "1", NOTHING)
    ]


def test_a_minimum_about_something_else_does_not_hang_on_it():
    criteria = sheet("""
        criteria:
          - {id: a, criteria: [{id: a1, points: 10}]}
          - {id: b, criteria: [{id: b1, points: 10}]}
        eligibility: {minimums: [{criterion: b, at_least: 5}]}
    """)
    vendors = {"A": {"a1": [4], "b1": [5]}}
    assert found(criteria, vendors, ("E1", "A", "a", 3)) == [("3", "4", NOTHING)]


def test_the_sheet_of_the_secretariat_is_compared_too():
    criteria = sheet(f"""
        criteria:
          - id: technical
            score: {{method: marks, by: secretariat}}
            criteria: [{{id: record, points: 10}}, {{id: staff, points: 10}}]
          - {{id: plan, points: 40}}
          - {price(40)}
        eligibility: {{minimums: [{{criterion: technical, at_least: 10}}]}}
    """)
    vendors = {"A": {"record": 4, "staff": 5, "plan": [20, 40], "total": 1}}
    assert found(criteria, vendors, ("事務局", "A", None, 9), ("E1", "A", None, 20)) == []
    told = found(criteria, vendors, ("事務局", "A", "technical", 10), ("E2", "A", None, 41))
    assert told == [("41", "40", NOTHING), ("10", "9", otherwise("technical"))]


def test_agreed_marks_are_compared_and_not_those_that_the_evaluators_had_before():
    criteria = sheet(
        "criteria: [{id: a, points: 9}, {id: b, points: 9}]\npanel: {aggregate: consensus}"
    )
    vendors = {"A": {"a": {"合議": 5, "E1": 1}, "b": {"合議": 6, "E1": 2}}}
    assert found(criteria, vendors, ("合議", "A", None, 11), ("E1", "A", None, 3)) == []
    assert found(criteria, vendors, ("合議", "A", None, 12)) == [("12", "11", NOTHING)]


def test_a_sum_over_blanks_is_compared_with_nothing():
    criteria = sheet("""
        criteria: [{id: paper, points: 10}, {id: interview, points: 10}]
        stages:
          - {id: first, name: 一次, criteria: [paper], gate: {top: 1}}
          - {id: second, name: 二次, criteria: [interview]}
    """)
    vendors = {"A": {"paper": [9], "interview": [5]}, "B": {"paper": [8], "interview": [None]}}
    assert found(criteria, vendors, ("E1", "A", None, 14), ("E1", "B", None, 99)) == []


def test_a_sum_of_who_was_never_marked_is_compared_with_nothing():
    criteria = sheet("criteria: [{id: paper, points: 10}]")
    vendors = {"A": {"paper": [9]}, "B": {"status": "withdrawn"}}
    assert found(criteria, vendors, ("E1", "B", None, 99)) == []


GATED = """
    criteria: [{id: paper, criteria: [{id: p, points: 100}]}, {id: interview, points: 50}]
    stages:
      - id: first
        name: 一次
        criteria: [paper]
        gate: {minimums: [%s]}
      - {id: second, name: 二次, criteria: [interview]%s}
"""


@pytest.mark.parametrize("carried", ["", ", carry_over: false"])
@pytest.mark.parametrize(
    ("minimum", "what"),
    [("{criterion: paper, at_least: 60}", "paper"), ("{at_least: 60}", "total")],
)
def test_the_minimum_of_a_gate_may_hang_on_it_as_well(minimum, what, carried):
    criteria = sheet(GATED % (minimum, carried))
    vendors = {"A": {"p": [65], "interview": [30]}, "B": {"p": [50], "interview": [None]}}
    told = found(
        criteria,
        vendors,
        ("E1", "A", "paper", 59),
        ("E1", "A", "paper", 61),
        ("E1", "B", "paper", 60),
        ("E1", "B", "paper", 59),
    )
    assert told == [
        ("59", "65", otherwise(what)),
        ("61", "65", NOTHING),
        ("60", "50", otherwise(what)),
        ("59", "50", NOTHING),
    ]


def test_an_evaluator_with_a_sheet_for_each_stage_has_a_sum_in_each():
    """Two workbooks, each with a sheet 採点_E1 and a row 合計: a sum is that of its own sheet."""
    criteria = sheet(GATED % ("{at_least: 1}", ""))
    given = bids(
        criteria,
        {"A": {"p": [65], "interview": [30]}},
        stated=[("E1", "A", None, 65), ("E1", "A", None, 31)],
    )
    first, second = given.stated
    (interview,) = given.marks["A", "interview"]
    moved = Location("interview.xlsx", interview.where.sheet, 2, 4)
    given = dataclasses.replace(
        given,
        marks={**given.marks, ("A", "interview"): (interview._replace(where=moved),)},
        stated=(first, second._replace(where=dataclasses.replace(moved, row=99))),
    )
    problems = Problems()
    assert score(criteria, "digest", given, problems) is not None
    assert [(each.where.file, each.details["total"]) for each in problems] == [
        ("interview.xlsx", "30")
    ]


@pytest.mark.parametrize(
    "group",
    ["points: 50, rescale: {formula: raw / 2}", "requires: {criterion: demo, at_least: 1}"],
)
def test_what_a_mark_is_worth_under_another_rule_is_left_open(group):
    criteria = sheet(f"""
        criteria:
          - {{id: demo, points: 10, score: {{method: marks, by: secretariat}}}}
          - {{id: g, {group}, criteria: [{{id: a, points: 100}}]}}
        eligibility: {{minimums: [{{criterion: g, at_least: 30}}]}}
    """)
    ((_, _, told),) = found(criteria, {"A": {"a": [62], "demo": 5}}, ("E1", "A", "g", 60))
    assert told == UNCLEAR


@pytest.mark.parametrize(
    ("stated", "differs"),
    [
        ("0.30000000000000004", False),
        ("0.3", False),
        ("0.2999999", True),
        ("0.300000002", True),
    ],
)
def test_a_sum_as_a_spreadsheet_adds_it_in_binary_is_right(stated, differs):
    criteria = sheet("criteria: [{id: a, points: 1}, {id: b, points: 1}]")
    marks = {"A": {"a": ["0.1"], "b": ["0.2"]}}
    assert bool(found(criteria, marks, ("E1", "A", None, stated))) == differs


def test_own_marks_that_an_agreed_one_overrides_move_nothing():
    """The minimum is 10: the agreed 9 would reach it with the stated 10, E1's own 2 never."""
    criteria = sheet("""
        criteria: [{id: a, points: 20}]
        panel: {aggregate: mean, consensus: overrides}
        eligibility: {minimums: [{criterion: a, at_least: 10}]}
    """)
    vendors = {"A": {"a": {"合議": 9, "E1": 2, "E2": 4}}}
    result, problems = attempt(
        criteria, vendors, stated=[("E1", "A", None, 12), ("合議", "A", None, 10)]
    )
    assert result is not None
    told = {
        each.details["stated"]: str(each.details["outcome"])
        for each in problems
        if each.code == "stated-sum-differs"
    }
    assert told == {"12": NOTHING, "10": otherwise("a")}
