from dataclasses import replace
from fractions import Fraction

import pytest

from procscore import pipeline
from procscore.language import message
from procscore.model.result import Award, Tie, TieStep
from procscore.pages import outcome
from support import books, results, stages, tree


def sentences(result, vendor):
    return [str(each) for each in outcome.sentences(result, result.vendor(vendor))]


def ties(result, vendor):
    return [str(each) for each in outcome.tie_sentences(result, result.vendor(vendor))]


def test_rank_and_place_of_each():
    result = results.example()
    assert sentences(result, "A社") == ["Rank: 1 of 4.", "You are the preferred bidder."]
    assert sentences(result, "B社") == ["Rank: 2 of 4.", "You stand in reserve."]
    assert sentences(result, "D社") == ["Rank: 4 of 4.", "You are not chosen."]


def test_who_is_out_is_told_why():
    assert sentences(results.example(), "C社") == [
        "Your proposal is not ranked: excluded.",
        "Reason: 提案価格 123,000,000 is above the ceiling of 120,000,000.",
    ]


def test_a_tie_is_told_without_names_and_with_ones_own_place(tmp_path):
    result = results.tied(tmp_path)
    assert ties(result, "A社")[:3] == [
        "2 vendors, you among them, have exactly the same value, 92.75.",
        "You stay tied: 2 vendors, you among them.",
        "What has to tell you apart: lot, smallest number first.",
    ]
    assert sentences(result, "A社")[-1] == "You are tied, and it is not decided yet who is chosen."
    assert ties(result, "C社") == []


def awarded(tmp_path, **award):
    return replace(results.evaluated(tmp_path), award=Award(**{**EMPTY, **award}))


EMPTY = {"winners": (), "reserve": (), "undecided": ()}


def test_whether_one_stands_in_reserve_may_hang_on_a_tie_before(tmp_path):
    result = awarded(tmp_path, undecided=("B社",))
    assert sentences(result, "A社")[-1] == "It is not decided yet whether you stand in reserve."
    assert sentences(result, "C社")[-1] == "You are not chosen."


def test_who_is_passed_over_is_told_why(tmp_path):
    result = awarded(tmp_path, passed_over={"B社": message("withdrew after the ranking")})
    assert sentences(result, "B社")[-1] == "You are not chosen: withdrew after the ranking."


def test_a_value_that_is_not_the_total_is_told(tmp_path):
    old = "by: points"
    criteria = books.criteria_with(old, "by: rank-sum").replace(
        "equal_ranks", "evaluator_ranks: competition, equal_ranks"
    )
    result = results.evaluated(tmp_path, criteria=criteria)
    assert any(each.startswith("Sum of ranks: ") for each in sentences(result, "A社"))


def test_before_the_prices_are_opened_nobody_is_chosen(tmp_path):
    book = books.hand_in(tmp_path, books.valid())
    result = pipeline.evaluate([book], part=pipeline.Part(technical_only=True)).result
    assert sentences(result, "A社")[1:] == ["The prices are not opened yet; nobody is chosen."]


STAGES = """
stages:
  - {id: first, name: 一次審査, criteria: [technical], gate: {top: 2, at_cut: all}}
  - {id: second, name: 二次審査, criteria: [price], carry_over: true}
"""


def test_with_stages_each_rank_is_told_and_where_one_stopped(tmp_path):
    result = results.evaluated(tmp_path, criteria=books.CRITERIA + STAGES)
    assert sentences(result, "A社")[0] == ("Rank in “一次審査”: 1 of 3, with 52.75 of 60 points.")
    assert sentences(result, "B社") == [
        "Rank in “一次審査”: 3 of 3, with 45 of 60 points.",
        "Your proposal is not ranked: did not go on.",
        "It did not get beyond “一次審査”.",
        "Reason: rank 3 in “一次審査”; 2 go on.",
    ]


def test_where_a_stage_is_all_it_is_told_who_goes_on(tmp_path):
    book = books.hand_in(tmp_path, books.valid(), books.CRITERIA + STAGES)
    result = pipeline.evaluate([book], part=pipeline.Part(stage="first")).result
    assert sentences(result, "A社")[1] == "You go on to the next stage."


def test_of_a_stage_long_past_it_is_not_told_that_one_goes_on(tmp_path):
    book = books.hand_in(tmp_path, stages.valid(), stages.CRITERIA)
    result = pipeline.evaluate([book], part=pipeline.Part(technical_only=True)).result
    assert sentences(result, "A社") == [
        "Rank in “一次審査”: 1 of 3, with 28 of 30 points.",
        "Rank: 1 of 2.",
        "The prices are not opened yet; nobody is chosen.",
    ]


def step(order, values, awaits="", rule="more points"):
    return TieStep(message(rule), values, order, awaits)


def test_a_step_tells_the_own_place_and_value(tmp_path):
    groups = (("B社",), ("C社", "A社"))
    first = step(groups, {"A社": "3", "B社": "5", "C社": "3"})
    second = step((("C社", "A社"),), {"A社": "", "C社": ""}, "committee", "the committee decides")
    tie = Tie(Fraction(80), ("A社", "B社", "C社"), (first, second), groups)
    result = replace(results.evaluated(tmp_path), ties=(tie,))
    begin = "3 vendors, you among them, have exactly the same value, 80."
    assert ties(result, "B社") == [begin, "By “more points” (yours: 5): place 1 of 3."]
    assert ties(result, "A社") == [
        begin,
        "By “more points” (yours: 3): place 2 of 3.",
        "You stay tied: 2 vendors, you among them.",
        "What has to tell you apart: the committee decides.",
    ]


def test_a_place_counts_all_who_stand_before_and_equal_lots_have_to_be_drawn_again(tmp_path):
    groups = (("B社", "C社"), ("A社",))
    drawn = step(groups, {"A社": "9", "B社": "2", "C社": "2"}, "lot", "lot")
    tie = Tie(Fraction(80), ("A社", "B社", "C社"), (drawn,), groups)
    result = replace(results.evaluated(tmp_path), ties=(tie,))
    assert ties(result, "A社")[1:] == ["By “lot” (yours: 9): place 3 of 3."]
    assert ties(result, "B社")[1:] == [
        "By “lot” (yours: 2): place 1 of 3.",
        "You stay tied: 2 vendors, you among them.",
        "What has to tell you apart: lot.",
    ]


def test_who_is_out_in_the_last_stage_got_beyond_those_before(tmp_path):
    criteria = books.CRITERIA.replace(
        "eligibility: {", "eligibility: {minimums: [{criterion: price, at_least: 40}], "
    )
    result = results.evaluated(tmp_path, criteria=criteria + STAGES)
    assert sentences(result, "A社")[1:3] == [
        "Your proposal is not ranked: excluded.",
        "It did not get beyond “二次審査”.",
    ]


def test_who_gave_a_mark_and_whose_number_was_first_is_left_out():
    told = message(
        "{rule}; without a number and counted as {blank}: {vendors}",
        rule=message(
            "lot: {numbers} = {total}, divided by {count} leaves {remainder}{plus}; numbered by {order} ({numbered}); number {winner} is first"
        ),
        blank="000",
        vendors="A社",
    )
    assert str(outcome.without_names(told)) == "lot by the remainder of the numbers' sum"


@pytest.mark.parametrize("template", outcome.WITHOUT_NAMES)
def test_the_sentences_that_lose_their_names_are_those_that_the_scoring_says(template):
    said = "\n".join(
        path.read_text(encoding="utf-8") for path in (tree.SOURCE / "scoring").glob("*.py")
    )
    assert f'"{template}"' in said
