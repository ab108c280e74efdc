import pytest

from procscore.checks import criteria_sheet
from procscore.checks.rankings import RULES, ranking, ties
from support.values import price, sheet

CRITERIA = f"""
quantities: {{sites: {{}}}}
criteria:
  - {{id: g, criteria: [{{id: a, points: 30}}, {{id: b, points: 30}}]}}
  - {price(40)}
"""


def chained(chain):
    found = ties(sheet(f"{CRITERIA}ranking: {{ties: [{chain}]}}"))
    return [(each.code, each.path[2:]) for each in found]


@pytest.mark.parametrize(
    "chain",
    [
        "committee",
        "chair",
        "vote",
        "lot",
        "vote, chair",
        "{higher: total}, {lower: sites}, {higher: price}, {lower: g}, lot",
        "{higher: [a, price]}, {lower: [a, b]}, lot",
        "{more: first-places}, {more: next-places}, {more: points-of-firsts}, chair",
        "{lot: {rule: remainder, order: code}}",
        "{lot: {rule: remainder, order: lot, following: open}}, committee",
        "{lot: {rule: remainder, order: lot, following: open}}",
        "{lot: {if_equal: [g, total, sites]}}, committee",
        '{lot: {blank: "999"}}',
    ],
)
def test_a_chain_that_can_be_applied_has_no_fault(chain):
    assert chained(chain) == []


@pytest.mark.parametrize(
    ("chain", "code", "path"),
    [
        ("{higher: gg}, lot", "criteria-tie-name-unknown", (0, "higher", 0)),
        ("{lower: totl}, lot", "criteria-tie-name-unknown", (0, "lower", 0)),
        ("lot, committee", "criteria-tie-step-after-end", (1,)),
        ("committee, lot", "criteria-tie-step-after-end", (1,)),
        ("committee, chair", "criteria-tie-step-after-end", (1,)),
        ("chair, vote", "criteria-tie-step-after-end", (1,)),
        ("vote, committee", "criteria-tie-step-after-end", (1,)),
        ("vote, lot", "criteria-tie-step-after-end", (1,)),
        ("{lot: {rule: remainder, order: lot}}, lot", "criteria-tie-step-after-end", (1,)),
        ("{higher: g}", "criteria-tie-chain-open", ()),
        ("{lot: {if_equal: [g]}}", "criteria-tie-chain-open", ()),
        ("{higher: [a, total]}, lot", "criteria-criterion-unknown", (0, "higher", 1)),
        ("{higher: [a, a]}, lot", "criteria-tie-sum-doubled", (0, "higher", 1)),
        ("{higher: [b, g]}, lot", "criteria-tie-sum-doubled", (0, "higher", 1)),
        ("{higher: [a, price, a]}, lot", "criteria-tie-sum-doubled", (0, "higher", 2)),
        ("{more: first-places}, {more: first-places}, lot", "criteria-tie-step-doubled", (1,)),
        ("{lot: {rule: remainder}}", "criteria-lot-order-missing", (0, "lot")),
        ("{lot: {order: code}}", "criteria-lot-key-unused", (0, "lot", "order")),
        ("{lot: {first: 1}}", "criteria-lot-key-unused", (0, "lot", "first")),
        ("{lot: {add: 1}}", "criteria-lot-key-unused", (0, "lot", "add")),
        ("{lot: {following: cyclic}}", "criteria-lot-key-unused", (0, "lot", "following")),
        (
            "{lot: {if_equal: [g, gg]}}, chair",
            "criteria-tie-name-unknown",
            (0, "lot", "if_equal", 1),
        ),
    ],
)
def test_a_fault_of_a_chain_is_found_at_its_place(chain, code, path):
    assert chained(chain) == [(code, path)]


def ranked(rules, more=""):
    found = ranking(sheet(f"{CRITERIA}{more}ranking: {rules}"))
    return [(each.code, each.path) for each in found]


@pytest.mark.parametrize(
    "rules",
    [
        "{by: points}",
        "{by: formula, formula: total / g, best: lowest}",
        "{by: rank-sum, evaluator_ranks: distinct}",
        "{by: points, evaluator_ranks: dense, ties: [{more: second-places}, lot]}",
        "{by: points, evaluator_ranks: average, majority: flag}",
    ],
)
def test_a_ranking_without_an_idle_rule_has_no_fault(rules):
    assert ranked(rules) == []


@pytest.mark.parametrize(
    ("rules", "code", "path"),
    [
        ("{by: formula}", "criteria-ranking-formula-missing", ("ranking",)),
        ("{by: points, formula: g}", "criteria-ranking-formula-unused", ("ranking", "formula")),
        ("{by: rank-sum, best: lowest}", "criteria-best-unused", ("ranking", "best")),
        ("{best: highest}", "criteria-best-unused", ("ranking", "best")),
        (
            "{by: points, evaluator_ranks: dense}",
            "criteria-evaluator-ranks-unused",
            ("ranking", "evaluator_ranks"),
        ),
    ],
)
def test_a_fault_of_a_ranking_is_found_at_its_place(rules, code, path):
    assert ranked(rules) == [(code, path)]


@pytest.mark.parametrize(
    "rules",
    [
        "{by: mean-rank}",
        "{by: points, majority: flag}",
        *(
            f"{{by: points, ties: [{{more: {word}}}, lot]}}"
            for word in ("second-places", "third-places", "next-places", "points-of-firsts")
        ),
    ],
)
def test_evaluators_who_agree_on_one_mark_have_no_order_of_their_own(rules):
    agreed = "panel: {aggregate: consensus}\n"
    assert ranked(rules, agreed) == [("criteria-ranking-needs-panel", ("ranking",))]
    assert ranked(rules) == []


STAGED = """
criteria: [{id: a, points: 10}, {id: b, points: 10}]
stages:
  - id: first
    name: 一次審査
    criteria: [a]
    gate: {top: 2}
    ranking: {by: points, best: lowest, ties: [{higher: c}, lot]}
  - {id: second, name: 二次審査, criteria: [b]}
"""


def test_the_ranking_of_a_stage_is_looked_at_too():
    found = {(each.code, each.path) for each in criteria_sheet.check(sheet(STAGED))}
    assert found == {
        ("criteria-best-unused", ("stages", 0, "ranking", "best")),
        ("criteria-tie-name-unknown", ("stages", 0, "ranking", "ties", 0, "higher", 0)),
    }


def test_every_rule_is_a_function_that_says_what_it_checks():
    assert (ties, ranking) == RULES
    assert all(rule.__doc__ for rule in RULES)
