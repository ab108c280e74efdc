import pytest

from procscore.model import scope
from procscore.model.rounds import (
    applicants,
    hangs_on_prices,
    involved,
    known_late,
    needs_amounts_first,
    opening,
    rounds,
    skipped,
)
from support.values import bids, price, sheet

STAGES = f"""
    criteria:
      - {{id: paper, points: 300}}
      - {{id: functions, points: 500}}
      - {{id: interview, points: 100}}
      - {price(200)}
    stages:
      - {{id: first, name: 一次審査, criteria: [paper, functions], gate: {{top: 3, skip_below: 5}}}}
      - {{id: second, name: 二次審査, criteria: [interview], carry_over: %s, gate: {{top: 1}}}}
      - {{id: third, name: 価格, criteria: [price], ranking: {{ties: [{{lower: total}}, lot]}}}}
"""


def held(criteria, count):
    """Return what is scored in each round, and what counts for its total."""
    return {
        judged.stage.id: (
            [leaf.id for leaf in judged.leaves],
            [criterion.id for criterion in judged.counted],
        )
        for judged in rounds(criteria, count)
    }


def test_a_sheet_without_stages_is_one_round_of_everything():
    criteria = sheet(f"criteria: [{{id: plan, points: 60}}, {price(40)}]")
    (only,) = rounds(criteria, 0)
    assert (only.stage, only.gate) == (None, None)
    assert (only.leaves, only.counted) == (criteria.leaves, criteria.criteria)
    assert only.ranking is criteria.ranking


def test_points_of_the_stages_before_count_where_they_are_carried_over():
    """一次選考の合計点に価格評価点を加える, https://expydoc.com/doc/7731316/."""
    assert held(sheet(STAGES % "true"), 5) == {
        "first": (["paper", "functions"], ["paper", "functions"]),
        "second": (["interview"], ["paper", "functions", "interview"]),
        "third": (["price"], ["paper", "functions", "interview", "price"]),
    }


def test_a_stage_without_carry_over_starts_from_nothing_and_so_do_those_after_it():
    """第二次審査に第一次審査の結果は影響しない, https://studylib.net/doc/25391358/11."""
    assert held(sheet(STAGES % "false"), 5) == {
        "first": (["paper", "functions"], ["paper", "functions"]),
        "second": (["interview"], ["interview"]),
        "third": (["price"], ["interview", "price"]),
    }


def test_a_stage_is_not_held_when_fewer_apply_than_the_sheet_says():
    """With fewer than 5 there is no first stage, https://expydoc.com/doc/9677170/."""
    criteria = sheet(STAGES % "true")
    assert list(held(criteria, 5)) == ["first", "second", "third"]
    assert held(criteria, 4) == {
        "second": (["interview"], ["interview"]),
        "third": (["price"], ["interview", "price"]),
    }
    assert [skipped(stage, 4) for stage in criteria.stages] == [True, False, False]


def test_a_stage_ranks_by_its_own_rule_else_by_the_sheets():
    criteria = sheet(STAGES % "true")
    first, _, third = rounds(criteria, 5)
    assert first.ranking is criteria.ranking
    assert third.ranking is criteria.stages[2].ranking
    assert (first.gate, third.gate) == (criteria.stages[0].gate, None)


def test_who_applied_is_who_is_not_out_by_status_whatever_its_price():
    """Whether a stage is held is the same before and after the prices are known."""
    criteria = sheet(f"criteria: [{price(40)}]")
    given = bids(
        criteria,
        {"A": {"total": 9}, "B": {"total": 11}, "C": {"total": 9, "status": "withdrawn"}},
        ceilings={"total": 10},
    )
    assert applicants(given.vendors) == 2


# --- what a minimum hangs on, and when it is known ---

TREE = f"""
    quantities: {{users: {{}}, deployments: {{}}}}
    criteria:
      - id: technical
        criteria:
          - {{id: plan, points: 40}}
          - {{id: staff, points: 20}}
      - {{id: cheap, points: 5, score: {{method: formula, formula: "if(total < 9, points, 0)"}}}}
      - {{id: record, points: 5, score: {{method: formula, formula: "min(points, users)"}}}}
      - id: many
        points: 5
        score: {{method: formula, compare: deployments, formula: points * deployments / highest}}
      - {price(25)}
"""


def due(criteria):
    """Return which minimums of a sheet have to wait for step 6."""
    return [
        known_late(criteria, involved(criteria, minimum, criteria.criteria))
        for minimum in criteria.eligibility.minimums
    ]


def with_minimum(text, minimum):
    return sheet(f"{text}\n    eligibility: {{minimums: [{minimum}]}}")


@pytest.mark.parametrize(
    ("minimum", "leaves"),
    [
        ("{criterion: technical, at_least: 1}", {"plan", "staff"}),
        ("{criterion: staff, at_least: 1}", {"staff"}),
        ("{each_of: technical, at_least: 1}", {"plan", "staff"}),
        ("{excluding: technical, at_least: 1}", {"cheap", "record", "many", "price"}),
        ("{excluding: staff, at_least: 1}", {"plan", "cheap", "record", "many", "price"}),
        ("{at_least: 1}", {"plan", "staff", "cheap", "record", "many", "price"}),
    ],
)
def test_a_minimum_hangs_on_the_criteria_whose_points_it_is_about(minimum, leaves):
    criteria = with_minimum(TREE, minimum)
    found = involved(criteria, criteria.eligibility.minimums[0], criteria.criteria)
    assert found & {leaf.id for leaf in criteria.leaves} == leaves


def test_a_minimum_of_the_total_hangs_on_what_counts_for_the_total():
    criteria = with_minimum(TREE, "{at_least: 1}")
    (minimum,) = criteria.eligibility.minimums
    assert involved(criteria, minimum, (criteria.by_id["record"],)) == {"record"}


@pytest.mark.parametrize(
    ("minimum", "late"),
    [
        ("{criterion: technical, at_least: 1}", False),
        ("{each_of: technical, at_least: 1}", False),
        ("{criterion: record, at_least: 1}", False),  # its own declared number, and no price
        ("{criterion: price, at_least: 1}", True),
        ("{criterion: cheap, at_least: 1}", True),  # by a formula over an amount
        ("{criterion: many, at_least: 1}", True),  # compared with the other bids
        ("{excluding: price, at_least: 1}", True),  # cheap and many are left
        ("{excluding: technical, at_least: 1}", True),
        ("{at_least: 1}", True),
    ],
)
def test_which_minimums_have_to_wait_for_the_prices(minimum, late):
    assert due(with_minimum(TREE, minimum)) == [late]


def test_without_other_prices_the_total_without_price_need_not_wait():
    text = f"    criteria: [{{id: plan, points: 60}}, {price(40)}]"
    assert due(with_minimum(text, "{excluding: price, at_least: 60%}")) == [False]


RELATIVE = f"""
    criteria:
      - id: technical
        points: 60
        rescale: {{formula: points * raw / best}}
        criteria: [{{id: quality, criteria: [{{id: plan, points: 60}}, {{id: staff, points: 40}}]}}]
      - {{id: demo, points: 10}}
      - {price(30)}
"""


@pytest.mark.parametrize(
    ("minimum", "late"),
    [
        ("{criterion: technical, at_least: 1}", True),
        ("{excluding: price, at_least: 1}", True),
        ("{criterion: demo, at_least: 1}", False),
        # World Bank: only proposals at or over the technical minimum have their price opened, and
        # the best of them is found then. What was marked is known before it is scaled to the best.
        ("{criterion: quality, at_least: 60}", False),
        ("{each_of: quality, at_least: 50%}", False),
    ],
)
def test_points_that_are_scaled_to_the_best_wait_for_who_counts(minimum, late):
    assert due(with_minimum(RELATIVE, minimum)) == [late]


def test_points_that_are_scaled_to_nothing_but_their_own_criteria_need_not_wait():
    text = RELATIVE.replace("raw / best", "raw / of")
    assert due(with_minimum(text, "{criterion: technical, at_least: 1}")) == [False]


@pytest.mark.parametrize(("required", "late"), [("base", False), ("price", True)])
def test_points_that_are_given_for_others_are_known_with_them(required, late):
    text = f"""
    criteria:
      - id: technical
        criteria:
          - {{id: base, points: 50}}
          - {{id: bonus, points: 10, requires: {{criterion: {required}, at_least: 50%}}}}
      - {price(40)}
"""
    assert due(with_minimum(text, "{criterion: technical, at_least: 60%}")) == [late]


def test_what_hangs_on_prices_needs_an_amount():
    criteria = sheet(TREE)
    assert [leaf.id for leaf in criteria.leaves if hangs_on_prices(criteria, leaf)] == [
        "cheap",
        "price",
    ]


def test_a_comparison_of_amounts_hangs_on_prices_whatever_its_formula_names():
    criteria = sheet("""
        criteria:
          - {id: cheap, points: 5, score: {method: formula, compare: total, formula: points / count}}
    """)
    assert hangs_on_prices(criteria, criteria.leaves[0])


def test_a_tie_step_about_a_price_waits_until_prices_are_scored():
    """Before that they are not opened; at the end they are known, scored or not."""
    text = """
        criteria: [{id: paper, points: 10}, {id: talk, points: 10}%s]
        stages:
          - {id: one, name: One, criteria: [paper], gate: {top: 2}}
          - {id: two, name: Two, criteria: [talk%s]}
        ranking: {ties: [{lower: total}, {higher: talk}, {higher: paper}, committee]}
    """
    scored = (
        ", {id: price, points: 5, score: {method: price, amount: total, formula: lowest-ratio}}"
    )
    for criteria, name in (("", ""), (scored, ", price")):
        first, last = rounds(sheet(text % (criteria, name)))
        assert [step.name or step.rule for step in first.ranking.ties] == ["paper", "committee"]
        assert [step.name for step in last.ranking.ties[:2]] == ["total", "talk"]


# --- when prices are opened, and held against their ceilings ---

OPENED = """
    criteria: [{id: paper, points: 10}, {id: talk, points: 10}, {id: visit, points: 10}%s]
    stages:
      - {id: one, name: One, criteria: [paper%s], gate: {top: 3, skip_below: 3}%s}
      - {id: two, name: Two, criteria: [talk%s], gate: {top: 2}%s}
      - {id: three, name: Three, criteria: [visit%s]%s}
"""
SCORED = f", {price(5)}"


def opened(criteria, count=None):
    """Return the id of the stage that begins with the ceilings."""
    judged = opening(criteria, rounds(criteria, count))
    return judged and judged.stage.id


@pytest.mark.parametrize(
    ("written", "stage"),
    [
        ((SCORED, ", price", "", "", "", "", ""), "one"),
        ((SCORED, "", "", ", price", "", "", ""), "two"),
        ((SCORED, "", "", "", "", ", price", ""), "three"),
        (("", "", "", "", ", ranking: {by: formula, formula: talk / total}", "", ""), "two"),
        (("", "", "", "", ", ranking: {ties: [{lower: total}]}", "", ""), "two"),
        (("", "", ", ranking: {at_least: 1 / ceiling}", "", "", "", ""), "one"),
        (("", "", "", "", "", "", ""), "three"),
    ],
    ids=["points", "later points", "last points", "formula", "tie step", "ceiling", "no need"],
)
def test_prices_are_opened_when_a_stage_first_needs_them_and_at_last_in_the_last(written, stage):
    criteria = sheet(OPENED % written)
    assert opened(criteria) == stage
    assert needs_amounts_first(criteria) is (stage == "one")


def test_without_stages_prices_are_opened_at_once():
    criteria = sheet("criteria: [{id: plan, points: 60}]")
    (only,) = rounds(criteria)
    assert opening(criteria, [only]) is only
    assert needs_amounts_first(criteria)


def test_a_part_opens_the_prices_where_the_whole_does_or_not_at_all():
    scored_in_two = sheet(OPENED % (SCORED, "", "", ", price", "", "", ""))
    found = [opened(scope.up_to(scored_in_two, stage)) for stage in ("one", "two", "three")]
    assert found == [None, "two", "two"]
    never_scored = sheet(OPENED % ("", "", "", "", "", "", ""))
    found = [opened(scope.up_to(never_scored, stage)) for stage in ("one", "two", "three")]
    assert found == [None, None, "three"]
    assert opened(scope.technical_only(scored_in_two)) is None
    assert opened(scope.technical_only(never_scored)) is None


def test_a_stage_that_is_not_held_opens_nothing():
    criteria = sheet(OPENED % (SCORED, ", price", "", "", "", "", ""))
    assert (opened(criteria, 3), opened(criteria, 2)) == ("one", "three")
    assert opening(scope.up_to(criteria, "one"), ()) is None


RANKED_BY_PRICE = """
    criteria: [{id: paper, points: 10}, {id: talk, points: 10}, {id: visit, points: 10}]
    stages:
      - {id: one, name: One, criteria: [paper], gate: {top: 3}%s}
      - {id: two, name: Two, criteria: [talk], gate: {top: 2}%s}
      - {id: three, name: Three, criteria: [visit]}
    ranking: {%sties: [{lower: total}, committee]}
"""


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        (("", "", ""), [False, False, True]),
        (("", "", "by: formula, formula: paper / total, "), [True, True, True]),
        (("", ", ranking: {ties: [{lower: total}]}", ""), [False, True, True]),
        ((", ranking: {ties: [{lower: total}]}", "", ""), [True, True, True]),
        (("", ", ranking: {by: formula, formula: talk / total}", ""), [False, False, True]),
    ],
    ids=["by nothing", "all by a formula", "two", "one and so two", "two, without ties"],
)
def test_a_tie_step_about_a_price_waits_until_something_ranks_by_prices(written, asked):
    """So that a stage on its own, whose prices are open, tells ties apart as the whole does."""
    criteria = sheet(RANKED_BY_PRICE % written)
    assert [
        any("total" in step.needs for step in each.ranking.ties) for each in rounds(criteria)
    ] == asked
    parts = [rounds(scope.up_to(criteria, stage))[-1] for stage in ("one", "two")]
    assert [any("total" in step.needs for step in each.ranking.ties) for each in parts] == asked[:2]
