import pytest

from procscore.checks.lint import panel
from procscore.checks.lint.panel import RULES
from support.values import sheet

PLAN = "{id: a, points: 30, score: {method: marks, step: 3}}"


def found(rule, criteria=PLAN, rest=""):
    """Return what a rule says: the path and the details as text."""
    given = rule(sheet(f"criteria: [{criteria}]\n{rest}"))
    return [
        (each.path, {name: str(value) for name, value in each.details.items()}) for each in given
    ]


def test_each_panel_that_gives_points_says_how_they_become_one():
    criteria = f"{PLAN}, {{id: b, points: 5, panel: staff}}, {{id: c, points: 5, panel: staff}}, {{id: d, panel: third, score: {{method: check}}}}"
    rest = "panel: {name: 委員}\npanels: {staff: {over: totals}, third: {}}"
    assert found(panel.not_aggregated, criteria, rest) == [
        (("panel", "aggregate"), {"count": "1"}),
        (("panels", "staff", "aggregate"), {"count": "2"}),
    ]
    assert found(panel.not_aggregated, rest="panel: {aggregate: mean}") == []


@pytest.mark.parametrize(
    ("criteria", "example"),
    [
        ("{id: a, points: 30}", "(30 + 30 + 29) ÷ 3 = 29.6666…"),
        ("{id: a, points: 0.5}", "(0.5 + 0.5 + 0) ÷ 3 = 0.3333…"),
        (PLAN, "(30 + 30 + 30 + 30 + 30 + 30 + 27) ÷ 7 = 29.5714…"),
    ],
)
def test_a_mean_without_rounding_is_told_with_one_that_does_not_end(criteria, example):
    assert found(panel.not_rounded, criteria) == [(("panel", "round"), {"example": example})]


@pytest.mark.parametrize(
    ("criteria", "rest"),
    [
        (PLAN, "panel: {round: {places: 2, mode: half-up}}"),
        (PLAN, "panel: {aggregate: sum}"),
        (PLAN, "panel: {aggregate: median}"),
        (PLAN, "panel: {aggregate: consensus}"),
        (PLAN, "ranking: {round: {places: 2, mode: half-up}}"),
        (PLAN, "ranking: {by: rank-sum}"),
        (PLAN.replace("step: 3", "round: {places: 2, mode: half-up}"), ""),
        (f"{{id: g, points: 10, rescale: {{round: {{places: 0, mode: down}}}}, criteria: [{PLAN}]}}", ""),
        ("{id: a, points: 30, score: {method: marks, by: secretariat}}", ""),
        ("{id: a, points: 30, score: {method: check}}", ""),
    ],
)  # fmt: skip
def test_what_is_rounded_somewhere_or_never_divided_is_not_told(criteria, rest):
    assert found(panel.not_rounded, criteria, rest) == []


@pytest.mark.parametrize(
    ("score", "path", "how"),
    [
        ("method: check", "votes", "One evaluator's no on “a”, as no votes are stated,"),
        ("method: check, votes: any", "votes", "One evaluator's no on “a”"),
        ("method: marks, veto: {mark: 0, votes: any}", "veto", "One evaluator's “0” on “a”"),
        ("method: grades, scale: s, veto: {mark: E, votes: any}", "veto", "One evaluator's “E” on “a”"),
    ],
)  # fmt: skip
def test_what_one_evaluator_can_do_alone_is_told(score, path, how):
    criteria = f"{{id: a, points: 10, score: {{{score}}}}}"
    rest = "scales: {s: {A: 100%, E: 0%}}"
    ((where, details),) = found(panel.knock_out, criteria, rest)
    assert where[:4] == ("criteria", 0, "score", path)
    assert details == {"how": how}
    assert found(panel.knock_out, criteria, f"{rest}\npanel: {{aggregate: consensus}}") == []


@pytest.mark.parametrize(
    "score",
    [
        "method: check, votes: majority",
        "method: check, votes: all",
        "method: check, fail: points",
        "method: check, by: secretariat",
        "method: marks, veto: {mark: 0}",
        "method: marks",
    ],
)
def test_what_needs_several_or_costs_only_points_is_not_told(score):
    assert found(panel.knock_out, f"{{id: a, points: 10, score: {{{score}}}}}") == []


def test_a_minimum_that_all_must_give_hangs_on_each():
    rest = "eligibility: {minimums: [{at_least: 60%, evaluators: any}, {at_least: 30%, evaluators: all}]}"
    assert found(panel.knock_out, PLAN, rest) == [
        (
            ("eligibility", "minimums", 1, "evaluators"),
            {"how": "One evaluator's marks below the minimum of 30%"},
        )
    ]


def test_checks_that_inherit_one_score_are_told_once():
    group = "{id: g, score: {method: check, votes: any}, criteria: [{id: a}, {id: b}]}"
    assert len(found(panel.knock_out, f"{group}, {PLAN.replace('id: a', 'id: c')}")) == 1


def test_all_rules_are_asked():
    assert (panel.not_aggregated, panel.not_rounded, panel.knock_out) == RULES
