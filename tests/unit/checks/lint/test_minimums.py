import pytest

from procscore.checks.lint import minimums
from procscore.checks.lint.minimums import RULES, by_minimum
from support.values import price, sheet

FIVE = "{five: {A: 100%, B: 80%, C: 60%, D: 40%, E: 20%}}"
PRICE = price(40)
PLAN = "{id: plan, points: 60, score: {method: grades, scale: five}}"


def found(rule, asked, *, plan=PLAN, more=PRICE, rest=""):
    """Return what a rule says of minimums: the place in the list and the details as text."""
    text = f"scales: {FIVE}\ncriteria:\n  - {plan}\n  - {more}\n{rest}"
    given = rule(sheet(f"{text}\neligibility: {{minimums: [{asked}]}}"))
    return [
        (each.path[2:], {name: str(value) for name, value in each.details.items()})
        for each in given
    ]


def test_more_than_can_be_reached_is_told_with_what_can():
    half = "{id: plan, points: 60, score: {method: marks, to: 5, allowed: [4, 2, 0]}}"
    asked = "{criterion: plan, at_least: 80%}, {criterion: plan, at_least: 81%}, {at_least: 88.5}"
    assert found(minimums.unreachable, asked, plan=half) == [
        (
            (1, "at_least"),
            {"what": "“plan”", "needed": "48.6 points (81%)", "most": "48", "of": "60"},
        ),
        (
            (2, "at_least"),
            {"what": "the total", "needed": "88.5 points", "most": "88", "of": "100"},
        ),
    ]


@pytest.mark.parametrize(
    ("asked", "rest", "told"),
    [
        ("{criterion: plan, at_least: 61}", "", 1),
        ("{each_of: g, at_least: 31}", "", 1),
        ("{excluding: price, at_least: 61}", "", 1),
        ("{criterion: plan, at_least: 61}", "panel: {aggregate: sum}", 0),
        ("{criterion: plan, at_least: 101%}", "panel: {aggregate: sum}", 1),
        ("{at_least: 101%}", "panel: {aggregate: sum, shared: once}", 0),
        ("{criterion: plan, at_least: 61, evaluators: majority}", "panel: {aggregate: sum}", 1),
    ],
)
def test_how_much_can_be_reached_hangs_on_what_is_counted(asked, rest, told):
    plan = "{id: plan, criteria: [{id: g, criteria: [{id: a, points: 30}, {id: b, points: 30}]}]}"
    assert len(found(minimums.unreachable, asked, plan=plan, rest=rest)) == told


def test_a_rescaled_group_of_many_evaluators_is_not_decided():
    plan = "{id: plan, points: 60, rescale: {formula: raw / 2}, criteria: [{id: a, points: 60}]}"
    asked = "{criterion: plan, at_least: 51%}"
    assert len(found(minimums.unreachable, asked, plan=plan)) == 1
    assert found(minimums.unreachable, asked, plan=plan, rest="panel: {aggregate: sum}") == []


def test_a_mere_check_has_nothing_to_reach():
    plan = "{id: plan, criteria: [{id: a, points: 30}, {id: c, score: {method: check}}]}"
    assert found(minimums.unreachable, "{each_of: plan, at_least: 20}", plan=plan) == []


def test_what_everybody_reaches_is_told_with_the_least():
    asked = "{criterion: plan, at_least: 20%}, {criterion: plan, at_least: 20.1%}, {at_least: 12}"
    assert found(minimums.idle, asked) == [
        (
            (0, "at_least"),
            {"what": "“plan”", "needed": "12 points (20%)", "least": "12", "of": "60"},
        ),
        (
            (2, "at_least"),
            {"what": "the total", "needed": "12 points", "least": "12", "of": "100"},
        ),
    ]


@pytest.mark.parametrize(
    ("asked", "rest", "told"),
    [
        ("{criterion: plan, at_least: 12}", "panel: {aggregate: sum}", 1),
        ("{criterion: plan, at_least: 13}", "panel: {aggregate: sum}", 0),
        ("{at_least: 12%}", "panel: {aggregate: sum, shared: once}", 0),
        ("{each_of: g, at_least: 20%}", "", 1),
        ("{each_of: h, at_least: 20%}", "", 0),
        ("{excluding: price, at_least: 12}", "", 1),
        ("{criterion: plan, at_least: 20%, evaluators: all}", "", 1),
    ],
)
def test_whether_everybody_reaches_it_hangs_on_what_is_counted(asked, rest, told):
    plan = (
        "{id: plan, criteria: [{id: g, score: {method: grades, scale: five}, "
        "criteria: [{id: a, points: 30}, {id: b, points: 30}]}]}"
    )
    more = f"{price(40)}\n  - {{id: h, criteria: [{{id: c, points: 10}}, {{id: d, points: 10, score: {{method: grades, scale: five}}}}]}}"
    assert len(found(minimums.idle, asked, plan=plan, more=more, rest=rest)) == told


def test_a_stage_that_may_be_skipped_leaves_open_what_everybody_reaches():
    stages = "stages: [{id: s1, name: s1, criteria: [plan], gate: {top: 3%s}}, {id: s2, name: s2, criteria: [price]}]"
    asked = "{criterion: plan, at_least: 20%}"
    assert len(found(minimums.idle, asked, rest=stages % "")) == 1
    assert found(minimums.idle, asked, rest=stages % ", skip_below: 4") == []


def test_a_minimum_with_the_price_in_it_is_told_with_what_to_leave_out():
    ((path, details),) = found(minimums.hangs_on_price, "{at_least: 60%}")
    assert path == (0,)
    assert details["how"].startswith("counts price points (40 of 100): ")
    assert "{excluding: price, at_least: 60%}" in details["instead"]


@pytest.mark.parametrize(
    ("written", "points", "suggested"),
    [("70", 60, "42"), ("70.5", 60, "42.3"), ("70", 50, "38.89"), ("70%", 50, "70%")],
)
def test_what_is_asked_without_the_price_is_the_same_share_of_what_is_left(
    written, points, suggested
):
    plan = f"{{id: plan, points: {points}}}"
    ((_, details),) = found(minimums.hangs_on_price, f"{{at_least: {written}}}", plan=plan)
    assert f"{{excluding: price, at_least: {suggested}}}" in details["instead"]


@pytest.mark.parametrize(
    "asked", ["{criterion: price, at_least: 10}", "{excluding: plan, at_least: 10}"]
)
def test_a_minimum_on_compared_prices_alone_is_told(asked):
    ((path, details),) = found(minimums.hangs_on_price, asked)
    assert path == (0,)
    assert details["how"].startswith("asks for price points alone")
    assert "excluding" not in details["instead"]


def test_one_on_a_price_that_is_not_compared_says_how_high_it_may_be():
    more = price(40, '"points * (1 - price / ceiling)"')
    asked = "{criterion: price, at_least: 10}"
    assert found(minimums.hangs_on_price, asked, more=more) == []


def test_a_group_of_another_stage_is_not_to_be_left_out_of_the_total():
    more = f"{{id: g, criteria: [{{id: a, points: 10}}, {price(40)}]}}"
    rest = "stages: [{id: s1, name: s1, criteria: [g], gate: {top: 3}}, {id: s2, name: s2, criteria: [plan], carry_over: false}]"
    asked = "{criterion: g, at_least: 20}"
    ((_, details),) = found(minimums.hangs_on_price, asked, more=more, rest=rest)
    assert details["how"].startswith("counts price points (40 of 50): ")
    assert "excluding" not in details["instead"]


@pytest.mark.parametrize(
    "asked",
    [
        "{criterion: plan, at_least: 60%}",
        "{excluding: price, at_least: 60%}",
        "{at_least: 60%}, {excluding: price, at_least: 60%}",
        "{at_least: 60%}, {criterion: plan, at_least: 60%}",
    ],
)
def test_without_the_price_or_beside_one_without_it_nothing_is_told(asked):
    assert found(minimums.hangs_on_price, asked) == []


def test_a_group_that_holds_price_points_is_told_and_parts_of_it_are_not():
    plan = (
        f"{{id: plan, criteria: [{{id: a, points: 30}}, {{id: costs, criteria: [{price(30)}]}}]}}"
    )
    more = "{id: z, points: 5}"
    asked = "{criterion: plan, at_least: 60%}"
    ((path, details),) = found(minimums.hangs_on_price, asked, plan=plan, more=more)
    assert path == (0,)
    assert "{excluding: costs, at_least: 60%}" in details["instead"]
    apart = "{each_of: plan, at_least: 30%}"
    ((_, alone),) = found(minimums.hangs_on_price, apart, plan=plan, more=more)
    assert (alone["what"], alone["how"][:26]) == ("“costs”", "asks for price points alon")


def test_a_gates_total_is_that_of_its_stage():
    criteria = sheet(f"""
        criteria: [{{id: a, points: 10}}, {{id: b, points: 20}}, {price(30)}]
        stages:
          - {{id: one, name: one, criteria: [a], gate: {{minimums: [{{at_least: 60%}}]}}}}
          - {{id: two, name: two, criteria: [b], gate: {{minimums: [{{at_least: 60%}}]}}}}
          - {{id: three, name: three, criteria: [price], carry_over: false}}
        eligibility: {{minimums: [{{at_least: 60%}}]}}
    """)
    assert [(path[0], asked[0].of) for path, asked in by_minimum(criteria)] == [
        ("eligibility", 30),
        ("stages", 10),
        ("stages", 30),
    ]
    assert len(RULES) == 3
