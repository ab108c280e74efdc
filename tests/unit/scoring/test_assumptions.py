import pytest

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
            "{by: formula, formula: plan / total, ties: [committee]}",
            "ranking value is rounded: not at all",
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
            f"{{{MEAN_RANK}, equal_ranks: competition}}",
            id="which ranks equals get where ranks are added up",
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
