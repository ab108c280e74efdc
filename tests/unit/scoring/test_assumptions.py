import pytest

from procscore.model.scope import technical_only
from procscore.scoring.assumptions import assumptions
from support.values import bids, price, sheet

STATED = {
    "plan": "{id: plan, points: 60, score: {method: marks}}",
    "price": (
        "{id: price, points: 40, score: {method: price, amount: total, formula: lowest-ratio, "
        "round: {places: 0, mode: down}}}"
    ),
    "panel": "{aggregate: mean, over: criteria, round: {places: 2, mode: half-up}}",
    "eligibility": "{ceiling: exclude, lowest_among: eligible}",
    "ranking": "{by: points, ties: [committee], equal_ranks: competition}",
    "award": "{winners: 1, reserve: 1}",
}


def assumed(amounts="{total: {}}", more="", **changes):
    rules = {**STATED, **changes}
    criteria = sheet(f"""
        amounts: {amounts}
        criteria: [{rules["plan"]}, {rules["price"]}]
        {more}
        panel: {rules["panel"]}
        eligibility: {rules["eligibility"]}
        ranking: {rules["ranking"]}
        award: {rules["award"]}
    """)
    marks = "○×" if "check" in rules["plan"] else [1, 2]
    given = bids(criteria, {"A": {"plan": marks, "total": 1, "lot": "5"}}, ceilings={"total": 9})
    return [str(each) for each in assumptions(criteria, given)]


def test_a_sheet_that_says_everything_leaves_nothing_to_assume():
    assert assumed() == []


def test_the_sheets_own_assumptions_stand_first_and_unchanged():
    own = "価格点の算式は{出典}に示されていない。"
    told = assumed(more=f"assumptions: ['{own}']", award="{winners: 1}")
    assert told[0] == own
    assert len(told) == 2


@pytest.mark.parametrize(
    ("part", "written", "words"),
    [
        ("plan", "{id: plan, points: 60}", "“plan” is marked"),
        ("price", price(40), "points of “price” are rounded"),
        ("panel", "{over: criteria, round: {places: 2, mode: down}}", "their mean"),
        ("panel", "{aggregate: mean, over: criteria}", "panel's points are rounded: not at all"),
        ("panel", "{aggregate: median, round: {places: 2, mode: down}}", "criterion by criterion"),
        ("eligibility", "{lowest_among: eligible}", "above the ceiling means: it is excluded"),
        ("eligibility", "{ceiling: exclude}", "those of the eligible vendors"),
        ("ranking", "{ties: [committee], equal_ranks: competition}", "the total points"),
        ("ranking", "{by: points, equal_ranks: competition}", "the committee decides"),
        ("ranking", "{by: points, ties: [lot]}", "the smallest number comes first"),
        (
            "ranking",
            "{by: formula, formula: plan / total, best: lowest, ties: [committee]}",
            "ranking value is rounded: not at all",
        ),
        (
            "ranking",
            "{by: formula, formula: plan / total, round: {places: 2, mode: down}, ties: [committee]}",
            "which ranking value is first: the highest",
        ),
        ("award", "{reserve: 1}", "how many are chosen: one"),
        ("award", "{winners: 2}", "stand in reserve: one"),
    ],
)
def test_every_default_that_decides_is_named(part, written, words):
    told = assumed(**{part: written})
    assert len(told) == 1
    assert words in told[0]


TRIMMED = "aggregate: trimmed-mean, over: totals, round: {places: 2, mode: down}"
ROUNDED = "aggregate: mean, round: {places: 2, mode: down}"
MEAN_RANK = "by: mean-rank, ties: [committee], round: {places: 2, mode: down}"
STATED_LOT = "first: 0, add: 0, following: cyclic"
CHECKED = "{id: plan, points: 60, score: {method: check, fail: points%s}}"


@pytest.mark.parametrize(
    ("part", "silent", "stated"),
    [
        pytest.param(
            "panel",
            f"{{{TRIMMED}}}",
            f"{{{TRIMMED}, trim: {{highest: 1, lowest: 1}}}}",
            id="how many are trimmed",
        ),
        pytest.param(
            "panel",
            f"{{{ROUNDED}}}",
            f"{{{ROUNDED}, over: criteria}}",
            id="over what a mean is taken that is rounded",
        ),
        pytest.param(
            "ranking",
            f"{{{MEAN_RANK}}}",
            f"{{{MEAN_RANK}, evaluator_ranks: competition}}",
            id="which ranks equal totals get where ranks are added up",
        ),
        pytest.param(
            "ranking",
            "{by: points, ties: [{more: next-places}, committee]}",
            "{by: points, ties: [{more: next-places}, committee], evaluator_ranks: dense}",
            id="which ranks equal totals get where places are counted in a tie",
        ),
        *(
            pytest.param(
                "ranking",
                f"{{by: points, ties: [{{lot: {{rule: remainder, order: lot, {silent}}}}}]}}",
                f"{{by: points, ties: [{{lot: {{rule: remainder, order: lot, {STATED_LOT}}}}}]}}",
                id=f"how a lot by arithmetic goes with no more than {silent}",
            )
            for silent in (
                "add: 0, following: cyclic",
                "first: 0, following: cyclic",
                "first: 0, add: 0",
            )
        ),
        pytest.param(
            "plan", CHECKED % "", CHECKED % ", votes: any", id="how many evaluators fail a check"
        ),
    ],
)
def test_a_default_that_can_change_who_is_chosen_is_named_until_the_sheet_states_it(
    part, silent, stated
):
    assert len(assumed(**{part: silent})) == len(assumed(**{part: stated})) + 1


def test_a_ceiling_that_the_sheet_has_no_rule_for_is_named():
    told = assumed(
        amounts="{total: {}, initial: {}}",
        eligibility="{ceiling: {initial: flag}, lowest_among: eligible}",
    )
    assert any("above the ceiling" in each for each in told)


def test_one_evaluator_needs_no_mean():
    criteria = sheet("criteria: [{id: plan, points: 10, score: {method: marks}}]")
    alone = [str(each) for each in assumptions(criteria, bids(criteria, {"A": {"plan": [1]}}))]
    two = [str(each) for each in assumptions(criteria, bids(criteria, {"A": {"plan": [1, 2]}}))]
    assert not any("evaluators" in each for each in alone)
    assert any("evaluators" in each for each in two)


def test_a_ceiling_that_was_not_given_rests_on_no_assumption():
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    told = [str(each) for each in assumptions(criteria, bids(criteria, {"A": {"plan": [1]}}))]
    assert not any("ceiling" in each for each in told)


def test_lots_that_nobody_drew_rest_on_no_assumption():
    criteria = sheet("criteria: [{id: plan, points: 10}]\nranking: {ties: [lot]}")
    told = [str(each) for each in assumptions(criteria, bids(criteria, {"A": {"plan": [1]}}))]
    assert not any("smallest number" in each for each in told)


@pytest.mark.parametrize(("blank", "named"), [("", False), (', blank: "999"', True)])
def test_arithmetic_rests_on_assumptions_once_there_is_a_number_for_it(blank, named):
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 10}}]
        ranking: {{ties: [{{lot: {{rule: remainder, order: code{blank}}}}}]}}
    """)
    told = [str(each) for each in assumptions(criteria, bids(criteria, {"A": {"plan": [1]}}))]
    assert any("who follows the first" in each for each in told) is named


def test_the_ranking_of_a_stage_rests_on_assumptions_too():
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}]
        stages:
          - {id: first, name: 一次, criteria: [a], gate: {top: 1}, ranking: {by: points}}
          - {id: second, name: 二次, criteria: [b]}
        ranking: {by: points, ties: [lot]}
    """)
    told = [
        str(each) for each in assumptions(criteria, bids(criteria, {"A": {"a": [1], "b": [1]}}))
    ]
    assert any("how ties are broken: the committee decides" in each for each in told)


STAGED = """
    criteria: [{id: a, points: 10}, {id: b, points: 10}]
    stages:
      - {id: first, name: 一次, criteria: [a], gate: {top: 1%s}}
      - {id: second, name: 二次, criteria: [b]%s}
"""


@pytest.mark.parametrize(
    ("silent", "stated", "words"),
    [
        (
            ("", ""),
            ("", ", carry_over: true"),
            "whether earlier points count in “二次”: they are added",
        ),
        (("", ""), (", at_cut: all", ""), "who goes on from “一次” when vendors are tied"),
    ],
)
def test_what_a_stage_leaves_open_is_named_until_the_sheet_states_it(silent, stated, words):
    def said(written):
        criteria = sheet(STAGED % written)
        marks = bids(criteria, {"A": {"a": [1], "b": [1]}})
        return sum(words in str(each) for each in assumptions(criteria, marks))

    assert (said(silent), said(stated)) == (1, 0)


def test_before_the_first_stage_there_are_no_points_to_carry_over():
    criteria = sheet(STAGED % ("", ""))
    told = [str(each) for each in assumptions(criteria, bids(criteria, {"A": {"a": [1]}}))]
    assert not any("earlier points count in “一次”" in each for each in told)


def test_a_stage_that_lets_all_go_on_who_reach_a_minimum_has_no_cut():
    text = (STAGED % ("", "")).replace("top: 1", "minimums: [{at_least: 5}]")
    criteria = sheet(text)
    told = [str(each) for each in assumptions(criteria, bids(criteria, {"A": {"a": [1]}}))]
    assert not any("tied across the line" in each for each in told)


def test_each_panel_of_several_rests_on_its_own_rules():
    def said(panels):
        criteria = sheet(f"""
            panels: {panels}
            criteria: [{{id: demo, points: 10, panel: staff}}, {{id: plan, points: 10}}]
            panel: {{aggregate: mean, round: {{places: 2, mode: down}}, over: criteria}}
        """)
        given = bids(criteria, {"A": {"demo": [1, 2], "plan": [1, 2]}})
        return sum("their mean" in str(each) for each in assumptions(criteria, given))

    assert said("{staff: {name: 職員}}") == 1
    assert said("{staff: {aggregate: mean}}") == 0


def test_a_panel_of_one_needs_no_mean_whatever_the_others():
    criteria = sheet("""
        panels: {staff: {}}
        criteria: [{id: demo, points: 10, panel: staff}, {id: plan, points: 10}]
        panel: {aggregate: mean, round: {places: 2, mode: down}, over: criteria}
    """)
    given = bids(criteria, {"A": {"demo": [1], "plan": [1, 2]}})
    assert not any("their mean" in str(each) for each in assumptions(criteria, given))


def test_while_prices_are_sealed_nothing_is_assumed_of_prices_and_of_the_award():
    whole = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
    """)
    given = bids(whole, {"A": {"plan": [1], "total": 1}}, ceilings={"total": 9})
    words = ("ceiling", "count as the lowest", "are chosen", "in reserve")
    before = [str(each) for each in assumptions(technical_only(whole), given)]
    after = [str(each) for each in assumptions(whole, given)]
    assert [sum(each in told for told in before) for each in words] == [0, 0, 0, 0]
    assert [sum(each in told for told in after) for each in words] == [1, 1, 1, 1]


def test_whose_bids_are_compared_is_only_assumed_where_the_others_matter():
    def said(formula):
        criteria = sheet(f"""
            quantities: {{users: {{}}}}
            criteria:
              - {{id: record, points: 9, score: {{method: formula, compare: users, formula: {formula}}}}}
        """)
        given = bids(criteria, {"A": {"users": 1}})
        return any("count as the lowest" in str(each) for each in assumptions(criteria, given))

    assert said("points * users / highest")
    assert not said("points * users / 100")


@pytest.mark.parametrize(("panel", "assumed"), [("staff", ["staff"]), ("", []), ("shared", [])])
def test_how_often_points_given_once_count_is_assumed_of_the_panel_they_belong_to(panel, assumed):
    shared = ", shared: once" if panel == "shared" else ""
    belongs = "" if not panel else ", panel: staff"
    criteria = sheet(f"""
        panels: {{staff: {{aggregate: sum{shared}}}}}
        criteria:
          - {{id: demo, points: 9, panel: staff}}
          - {{id: plan, points: 9}}
          - {{id: bonus, points: 1, score: {{method: marks, by: secretariat}}{belongs}}}
    """)
    given = bids(criteria, {"A": {"demo": [1, 2], "plan": [1, 2], "bonus": 1}})
    told = [str(each) for each in assumptions(criteria, given)]
    assert [each.partition(":")[0] for each in told if "given once" in each] == assumed
