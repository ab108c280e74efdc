import pytest

from procscore.checks.lint import unused
from procscore.checks.lint.unused import RULES
from support.values import price, sheet


def idle(criteria, rest=""):
    """Return the criteria that are told to have no effect."""
    return [
        each.details["criterion"]
        for each in unused.without_effect(sheet(f"criteria: [{criteria}]\n{rest}"))
    ]


TWO = f"{{id: g, criteria: [{{id: a, points: 30}}, {{id: b, points: 20}}]}}, {price(40)}"


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("", []),
        ("ranking: {by: rank-sum}", []),
        ("ranking: {by: formula, formula: g / total}", ["price"]),
        ("ranking: {by: formula, formula: a / total}", ["b", "price"]),
        ("ranking: {by: formula, formula: total, best: lowest}", ["g", "price"]),
        ("ranking: {by: formula, formula: a, at_least: b}", ["price"]),
        ("ranking: {by: formula, formula: a, ties: [{higher: b}, {lot: {if_equal: [price]}}, lot]}", []),
        ("ranking: {by: formula, formula: total, majority: flag}", []),
        ("ranking: {by: formula, formula: a, ties: [{more: first-places}, lot]}", []),
        ("ranking: {by: formula, formula: a}\neligibility: {minimums: [{criterion: g, at_least: 60%}]}", ["price"]),
        ("ranking: {by: formula, formula: a}\neligibility: {minimums: [{at_least: 60%}]}", []),
    ],
)  # fmt: skip
def test_a_criterion_counts_where_something_asks_for_it(rest, told):
    assert idle(TWO, rest) == told


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("raw", []),
        ("points * raw / best", []),
        ("2 * a", ["b"]),
        ("points", ["a", "b"]),
    ],
)
def test_a_rescaled_group_counts_what_its_formula_names(formula, told):
    group = f"{{id: g, points: 50, rescale: {{formula: {formula}}}, criteria: [{{id: a, points: 30}}, {{id: b, points: 20}}]}}"
    assert idle(group) == told
    asked = "eligibility: {minimums: [{criterion: g, at_least: 60%}]}"
    assert idle(group, asked) == told
    assert idle(group, "eligibility: {minimums: [{criterion: b, at_least: 60%}]}") == [
        each for each in told if each != "b"
    ]


def test_checks_and_vetoes_that_exclude_count_and_those_that_cost_nothing_do_not():
    criteria = (
        "{id: out, score: {method: check}}, {id: nothing, score: {method: check, fail: points}}, "
        "{id: h, criteria: [{id: also, score: {method: check, fail: points}}]}, "
        "{id: v, points: 5, score: {method: marks, veto: {mark: 0}}}, {id: a, points: 5}"
    )
    assert idle(criteria) == ["nothing", "h"]
    assert idle(criteria, "ranking: {by: formula, formula: a}") == ["nothing", "h"]


def test_what_is_required_counts_if_what_requires_it_does():
    criteria = "{id: g, points: 9, criteria: [{id: a, points: 9}]}, {id: bonus, points: 5, requires: {criterion: a, at_least: 5}}, {id: c, points: 1}"
    assert idle(criteria, "ranking: {by: formula, formula: bonus}") == ["c"]
    assert idle(criteria, "ranking: {by: formula, formula: c}") == ["g", "bonus"]


STAGES = """
stages:
  - {id: s, name: s, criteria: [a], GATE}
  - {id: t, name: t, criteria: [b], carry_over: false}
"""


@pytest.mark.parametrize(
    ("gate", "rest", "told"),
    [
        ("", "", ["a"]),
        ("gate: {top: 3}", "", []),
        ("gate: {minimums: [{at_least: 60%}]}", "", []),
        ("gate: {minimums: [{criterion: a1, at_least: 60%}]}", "", ["a2"]),
        ("", "ranking: {ties: [{higher: a2}, lot]}", ["a1"]),
        ("ranking: {by: formula, formula: a1, at_least: 5}", "", ["a2"]),
    ],
)
def test_a_stage_that_does_not_carry_over_counts_by_its_gate(gate, rest, told):
    criteria = "{id: a, criteria: [{id: a1, points: 5}, {id: a2, points: 5}]}, {id: b, points: 5}"
    stages = STAGES.replace(", GATE", f", {gate}" if gate else "")
    assert idle(criteria, stages + rest) == told


def test_a_stage_counts_where_a_later_one_is_skipped():
    criteria = "{id: a, points: 5}, {id: b, points: 5}, {id: c, points: 5}"
    stages = """
stages:
  - {id: s, name: s, criteria: [a]}
  - {id: t, name: t, criteria: [b], carry_over: false, gate: {top: 2, skip_below: 4}}
  - {id: u, name: u, criteria: [c]}
"""
    assert idle(criteria, stages) == []
    assert idle(criteria, stages.replace(", skip_below: 4", "")) == ["a"]


def test_what_is_declared_and_never_named_is_told_at_its_key():
    criteria = sheet(f"""
        amounts: {{initial: {{}}, total: {{formula: 2 * initial}}, spare: {{}}}}
        quantities: {{sites: {{}}, staff: {{}}, tied: {{}}, ranked: {{}}, compared: {{}}}}
        scales: {{five: {{A: 1, B: 0}}, other: {{A: 1, B: 0}}}}
        criteria:
          - {{id: a, points: 5, score: {{method: grades, scale: five}}}}
          - {{id: b, points: 5, score: {{method: formula, formula: "min(points, sites)"}}}}
          - {{id: c, points: 5, score: {{method: formula, compare: compared, formula: points}}}}
          - {price(40)}
        ranking: {{by: formula, formula: a + ranked, ties: [{{higher: tied}}, lot]}}
    """)
    given = list(unused.declared(criteria))
    assert [each.path for each in given] == [
        ("amounts", "spare"),
        ("quantities", "staff"),
        ("scales", "other"),
    ]
    assert all(each.at_key for each in given)


def test_all_rules_are_asked():
    assert (unused.without_effect, unused.declared) == RULES
