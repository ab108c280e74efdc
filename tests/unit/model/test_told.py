from dataclasses import replace

import pytest

from procscore.model.part import Part
from procscore.model.scope import technical_only, up_to
from procscore.model.told import (
    award_sentences,
    criteria_sentence,
    earlier_stages,
    flag_sentences,
    last_stage,
    panel_sentences,
    part_words,
    price_sentences,
    result_word,
    rules_applied,
    stage_word,
    staged_ties,
    tie_sentences,
    title,
    vendor_name,
)
from support.values import attempt, evaluate, price, sheet

FLAT = "criteria: [{id: plan, points: 10}, {id: staff, points: 10}]\n"


def panel(rules, marks, text=FLAT, **handed_in):
    result = evaluate(sheet(f"{text}panel: {rules}"), marks, **handed_in)
    return [str(each) for each in panel_sentences(result)]


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        ("{aggregate: mean}", "the mean of 3 evaluators, criterion by criterion, not rounded"),
        ("{aggregate: median}", "the median of 3 evaluators"),
        ("{aggregate: sum}", "the sum of 3 evaluators"),
        (
            "{aggregate: trimmed-mean, over: totals, trim: {highest: 1, lowest: 1}}",
            "3 evaluators without the 1 highest and the 1 lowest, over each evaluator's total",
        ),
    ],
)
def test_it_is_told_how_the_panel_was_aggregated(rules, told):
    (first, *_) = panel(rules, {"A": {"plan": [1, 2, 3], "staff": [1, 2, 3]}})
    assert told in first


def test_it_is_told_how_the_panel_is_rounded():
    (first,) = panel("{round: {places: 2, mode: down}}", {"A": {"plan": [1], "staff": [1]}})
    assert "cut down to 2 decimal places" in first


def test_an_absent_evaluator_is_named_and_not_counted():
    marks = {"A": {"plan": [1, 2], "staff": [1, 2]}}
    first, absent = panel("{aggregate: mean}", marks, evaluators=["E1", "E2", "E3"], absent=["E3"])
    assert "2 evaluators" in first
    assert "E3" in absent


def test_a_recused_evaluator_is_named_with_how_many_are_left():
    marks = {
        "A": {"plan": {"E2": 1}, "staff": {"E2": 1}},
        "B": {"plan": {"E1": 1, "E2": 1}, "staff": {"E1": 1, "E2": 1}},
    }
    _, recused = panel("{aggregate: mean}", marks, recused={"E1": ["A"]})
    assert "For A, 1 evaluators" in recused
    assert "E1" in recused


def test_nothing_is_told_of_a_panel_that_marks_nothing():
    criteria = sheet(f"criteria: [{price(40)}]")
    assert list(panel_sentences(evaluate(criteria, {"A": {"total": 1}}))) == []


# Totals 10, 0, 10 have the median 10; the criteria's medians are 0 and 0.
APART = {"plan": [10, 0, 0], "staff": [0, 0, 10]}


def test_a_group_whose_parts_do_not_add_up_is_named():
    text = "criteria: [{id: g, name: 技術点, criteria: [{id: plan, points: 10}, {id: staff, points: 10}]}]\n"
    told = panel("{aggregate: median, over: totals}", {"A": APART}, text)
    assert any("技術点" in each and "need not add up" in each for each in told)


def test_a_total_whose_criteria_do_not_add_up_is_told_as_well():
    told = panel("{aggregate: median, over: totals}", {"A": APART})
    assert any("need not add up" in each for each in told)


def test_nothing_is_said_where_the_parts_add_up():
    marks = {"A": {"plan": [1, 2, 3], "staff": [1, 2, 3]}}
    assert len(panel("{aggregate: median, over: totals}", marks)) == 1


TIED = {"A": {"plan": [5], "lot": "078"}, "B": {"plan": [5], "lot": "9"}, "C": {"plan": [1]}}


def ranking(ties, vendors):
    return evaluate(
        sheet(f"""
            criteria: [{{id: plan, points: 10}}]
            ranking: {{ties: {ties}}}
        """),
        vendors,
    )


def test_a_tie_is_told_step_by_step():
    result = ranking("[lot]", TIED)
    (tie,) = result.ties
    arose, lot = (str(each) for each in tie_sentences(tie))
    assert "A, B have exactly the same value, 5." in arose
    assert "A 078, B 9" in lot
    assert "B > A" in lot


def test_what_stays_tied_is_said_to_be_for_the_committee():
    result = ranking("[committee]", TIED)
    (tie,) = result.ties
    told = [str(each) for each in tie_sentences(tie)]
    assert told[-1] == "Still tied: A = B. The committee has to decide."
    assert len(told) == 2


@pytest.mark.parametrize(
    ("ties", "told"),
    [
        ("[chair]", "The chair has to decide."),
        ("[vote]", "A run-off vote has to be held."),
        ("[vote, chair]", "A run-off vote has to be held; where it is equal, the chair decides."),
        ("[{lot: {if_equal: [plan]}}, committee]", "A lot has to be drawn."),
        ("[{lot: {if_equal: [total]}}, committee]", "The committee has to decide."),
    ],
)
def test_what_stays_tied_waits_for_whoever_is_to_decide(ties, told):
    result = ranking(ties, {"A": {"plan": [5], "total": 1}, "B": {"plan": [5], "total": 2}})
    (tie,) = result.ties
    assert [str(each) for each in tie_sentences(tie)][-1] == f"Still tied: A = B. {told}"


def test_what_a_lot_leaves_open_waits_for_nobody():
    lot = "{lot: {rule: remainder, order: lot, following: open}}"
    three = {each: {"plan": [5], "lot": str(number)} for number, each in enumerate("ABC", 1)}
    (tie,) = ranking(f"[{lot}]", three).ties
    told = [str(each) for each in tie_sentences(tie)]
    assert told[-1] == "Still tied: B = C. No further rule tells them apart."
    (tie,) = ranking(f"[{lot}, chair]", three).ties
    told = [str(each) for each in tie_sentences(tie)]
    assert told[-1] == "Still tied: B = C. The chair has to decide."


def test_groups_that_wait_for_different_things_are_told_apart():
    """A and B are equal in the price, so a lot is due; C and D are not, and the committee decides."""
    ties = "[{higher: plan}, {lot: {if_equal: [total]}}, committee]"
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 10}}, {{id: staff, points: 10}}]
        ranking: {{ties: {ties}}}
    """)
    vendors = {
        "A": {"plan": [6], "staff": [4], "total": 1},
        "B": {"plan": [6], "staff": [4], "total": 1},
        "C": {"plan": [5], "staff": [5], "total": 1},
        "D": {"plan": [5], "staff": [5], "total": 2},
    }
    (tie,) = evaluate(criteria, vendors).ties
    told = [str(each) for each in tie_sentences(tie)]
    assert told[-2:] == [
        "Still tied: A = B. A lot has to be drawn.",
        "Still tied: C = D. The committee has to decide.",
    ]


def test_a_decision_is_told_once_it_is_there():
    vendors = {"A": {"plan": [5], "decision": "2"}, "B": {"plan": [5], "decision": "1"}}
    (tie,) = ranking("[committee]", vendors).ties
    assert [str(each) for each in tie_sentences(tie)][1:] == [
        "By “the committee decided” (A 2, B 1): B > A."
    ]


def test_each_vendor_is_told_what_it_is():
    result = ranking("[lot]", TIED)
    words = [str(result_word(result, each)) for each in result.ranked]
    assert words == ["preferred", "reserve", ""]
    undecided = ranking("[committee]", TIED)
    words = [str(result_word(undecided, each)) for each in undecided.ranked]
    assert words == ["tied", "tied", ""]


def words(result):
    return {each.vendor.id: str(result_word(result, each)) for each in result.ranked}


def test_who_withdrew_after_the_ranking_is_told_as_passed_over():
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    vendors = {"A": {"plan": [9]}, "B": {"plan": [8]}, "C": {"plan": [7]}}
    result = evaluate(criteria, vendors, withdrawn=["A"])
    assert words(result) == {"A": "passed over", "B": "preferred", "C": "reserve"}


STAGES = sheet("""
    criteria: [{id: paper, points: 10}, {id: interview, points: 10}]
    stages:
      - {id: first, name: 一次, criteria: [paper], gate: {top: 2, at_cut: committee}}
      - {id: second, name: 二次, criteria: [interview]}
""")


def test_after_a_stage_vendors_go_on_or_are_tied_and_nobody_is_chosen():
    part = up_to(STAGES, "first")
    vendors = {"A": {"paper": [9]}, "B": {"paper": [8]}, "C": {"paper": [7]}}
    result, _ = attempt(part, vendors)
    assert words(result) == {"A": "goes on", "B": "goes on", "C": ""}
    vendors["C"] = {"paper": [8]}
    result, _ = attempt(part, vendors)
    assert words(result) == {"A": "goes on", "B": "tied", "C": "tied"}


def test_once_the_last_stage_is_done_the_award_is_told_and_the_stage_beside_it():
    vendors = {
        "A": {"paper": [9], "interview": [1]},
        "B": {"paper": [8], "interview": [9]},
        "C": {"paper": [1], "interview": [None]},
    }
    result = evaluate(STAGES, vendors)
    assert words(result) == {"B": "preferred", "A": "reserve"}
    (first,) = result.stages
    told = {each.vendor.id: str(stage_word(first, each)) for each in first.ranked}
    assert told == {"A": "goes on", "B": "goes on", "C": ""}


TWO_PANELS = """
    panels: {staff: {name: 職員, aggregate: sum}}
    criteria: [{id: demo, points: 10, panel: staff}, {id: plan, points: 10}]
"""


def test_every_panel_is_told_with_its_name_its_rule_and_how_many_it_has():
    marks = {"A": {"demo": [1] * 14, "plan": [1] * 10}}
    text = f"{TWO_PANELS}    panel: {{name: 選定委員会, aggregate: median}}"
    told = [str(each) for each in panel_sentences(evaluate(sheet(text), marks))]
    assert told[0].startswith("The points of the panel “職員” are the sum of 14 evaluators")
    assert told[1].startswith(
        "The points of the panel “選定委員会” are the median of 10 evaluators"
    )


def test_a_panel_without_a_name_is_told_by_its_id_and_the_sheets_own_as_that():
    text = TWO_PANELS.replace("name: 職員, ", "")
    told = [
        str(each)
        for each in panel_sentences(evaluate(sheet(text), {"A": {"demo": [1], "plan": [1]}}))
    ]
    assert "the panel “staff”" in told[0]
    assert "the panel “without a name”" in told[1]


def test_who_is_absent_is_missing_in_the_panel_that_it_sits_on():
    marks = {"A": {"demo": {"S1": 1, "S2": 2}, "plan": {"E1": 1, "E2": None}}}
    result = evaluate(sheet(TWO_PANELS), marks, absent=["E2"])
    told = [str(each) for each in panel_sentences(result)]
    assert "the sum of 2 evaluators" in told[0]
    assert "the mean of 1 evaluators" in told[1]
    assert told[2] == "Absent and not counted: E2."


def test_a_rescaled_group_is_not_told_as_one_that_does_not_add_up():
    text = """
        criteria:
          - id: g
            points: 10
            rescale: {formula: points * raw / of}
            criteria: [{id: plan, points: 10}, {id: staff, points: 10}]
        panel: {aggregate: median, over: totals}
    """
    result = evaluate(sheet(text), {"A": APART})
    assert not any("add up" in str(each) for each in panel_sentences(result))


def test_what_the_price_consists_of_is_told():
    criteria = sheet(f"""
        amounts:
          initial: {{}}
          yearly: {{}}
          total: {{formula: initial + 5 * yearly, tax: excluded, term: 5年}}
        criteria: [{{id: plan, points: 60}}, {price(40)}]
    """)
    vendors = {"A": {"plan": [1], "initial": 1, "yearly": 2}}
    told = [str(each) for each in price_sentences(evaluate(criteria, vendors))]
    assert told == ["total: initial + 5 × yearly, tax excluded, 5年"]
    # A ceiling for a part of it makes that part matter too.
    limited = evaluate(criteria, vendors, ceilings={"initial": 5})
    first, _ = price_sentences(limited)
    assert str(first) == "initial: as quoted, tax not stated"


def test_a_vendor_is_told_by_id_and_name_and_once_where_they_are_the_same():
    result = evaluate(
        sheet(FLAT), {"A": {"plan": [1], "staff": [1], "name": "A社"}, "B": {"status": "invalid"}}
    )
    assert [vendor_name(each) for each in result.vendors] == ["A A社", "B"]


TWO = f"""
    title: 審査基準書
    authority: 町
    criteria: [{{id: plan, points: 60}}, {price(40)}]
    ranking: {{ties: [lot]}}
"""


def award(vendors, text=TWO, **handed_in):
    return [str(each) for each in award_sentences(evaluate(sheet(text), vendors, **handed_in))]


def test_who_is_chosen_and_who_is_in_reserve_are_told():
    bids = {"A": {"plan": [50], "total": 9, "name": "甲"}, "B": {"plan": [40], "total": 9}}
    assert award(bids) == ["Preferred bidder: A 甲", "Reserve: B"]


def test_an_undecided_tie_is_told_and_nobody_is_preferred():
    bid = {"plan": [50], "total": 9}
    assert award({"A": bid, "B": bid}) == ["Tied and not decided: A, B"]


def test_that_nobody_is_eligible_is_an_award_to_nobody():
    assert award({"A": {"status": "withdrawn"}}) == ["No award: nobody is eligible."]


TWO_STAGES = f"""
    criteria: [{{id: plan, points: 60}}, {price(40)}]
    stages:
      - {{id: first, name: 一次, criteria: [plan], gate: {{top: 1, at_cut: committee}}}}
      - {{id: last, name: 二次, criteria: [price]}}
"""


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        ((50, 40), "To the next stage: A"),
        ((50, 50), "Tied across the line: A, B"),
    ],
)
def test_of_a_stage_it_is_told_why_nobody_is_chosen_and_who_goes_on(marks, told):
    criteria = up_to(sheet(TWO_STAGES), "first")
    bids = {each: {"plan": [mark]} for each, mark in zip("AB", marks, strict=True)}
    result, _ = attempt(criteria, bids)
    provisional, *further = map(str, award_sentences(result))
    assert provisional == str(result.provisional)
    assert further == [told]
    assert earlier_stages(result) == ()


def test_a_stage_before_the_last_is_an_earlier_one():
    bids = {"A": {"plan": [50], "total": 9}, "B": {"plan": [40], "total": 9}}
    assert [each.id for each in earlier_stages(evaluate(sheet(TWO_STAGES), bids))] == ["first"]


HEARING = f"""
    criteria: [{{id: plan, points: 60}}, {{id: talk, points: 20}}, {price(20)}]
    stages:
      - {{id: first, name: 一次, criteria: [plan], gate: {{top: 2}}}}
      - {{id: second, name: 二次, criteria: [talk], gate: {{top: 1, skip_below: %s}}}}
      - {{id: third, name: 三次, criteria: [price]}}
"""
PRICE_LAST = f"""
    criteria: [{{id: plan, points: 60}}, {{id: talk, points: 20}}, {price(20)}]
    stages:
      - {{id: first, name: 一次, criteria: [plan], gate: {{top: 2}}}}
      - {{id: last, name: 二次, criteria: [talk, price]}}
"""
PLANS = {"A": [50, 9], "B": [40, 9], "C": [30, None]}


def heard(sheet_of_part):
    bids = {each: {"plan": [plan], "talk": [talk]} for each, (plan, talk) in PLANS.items()}
    result, _ = attempt(sheet_of_part, bids)
    return result


def test_before_the_prices_are_opened_a_stage_long_past_is_an_earlier_one():
    # The hearing is the part's last round and has no gate: nobody goes on from it.
    result = heard(technical_only(sheet(PRICE_LAST)))
    assert [each.id for each in earlier_stages(result)] == ["first"]
    assert last_stage(result) is None
    assert [str(each) for each in award_sentences(result)] == [str(result.provisional)]
    assert [str(result_word(result, each)) for each in result.ranked] == ["", ""]


def test_the_stage_that_a_part_ends_with_is_the_last_that_was_held():
    result = heard(technical_only(sheet(HEARING % 2)))
    assert [each.id for each in earlier_stages(result)] == ["first"]
    assert last_stage(result).id == "second"
    result = heard(technical_only(sheet(HEARING % 9)))
    assert [(each.id, each.skipped) for each in earlier_stages(result)] == [("second", True)]
    assert last_stage(result).id == "first"
    assert [str(each) for each in award_sentences(result)][1:] == ["To the next stage: A, B"]


def test_a_tie_at_the_end_is_named_by_the_last_stage_that_was_held():
    equal = {each: {"plan": [40], "talk": [9]} for each in "AB"}
    for least, names in ((1, ["一次", "二次"]), (9, ["一次"])):
        result, _ = attempt(technical_only(sheet(HEARING % least)), equal)
        assert [name for name, _ in staged_ties(result)] == names


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Part(stage="first"), "up to stage “一次審査”"),
        (Part(stage="other"), "up to stage “other”"),
        (Part(technical_only=True), "before the prices are opened"),
        (Part(withdrawn=("A",)), "all of it"),
    ],
)
def test_a_part_is_told_by_the_name_of_its_stage(part, told):
    assert str(part_words(part, {"first": "一次審査"})) == told


def test_a_result_is_headed_by_its_procurement_and_by_the_sheet_where_that_has_no_title():
    result = evaluate(sheet(TWO), {"A": {"plan": [50], "total": 9}})
    assert title(result) == "審査基準書"
    assert str(criteria_sentence(result)) == "Criteria sheet: 審査基準書 / 町"
    named = replace(result, procurement=replace(result.procurement, title="案件"))
    assert title(named) == "案件"


def test_what_should_be_looked_at_names_its_vendor():
    criteria = sheet(f"{TWO}    eligibility: {{ceiling: flag}}\n")
    bids = {"A": {"plan": [50], "total": 9}}
    (each,) = evaluate(criteria, bids, ceilings={"total": 8}).vendors
    (told,) = flag_sentences(each)
    assert str(told) == f"A: {each.flags[0].reason}"


def test_the_ceiling_is_no_rule_of_a_result_in_which_nobody_has_set_one():
    def titles(more="", **handed_in):
        criteria = sheet(f"""
            criteria: [{{id: plan, points: 60}}, {price(40)}]
            {more}
        """)
        result = evaluate(criteria, {"A": {"plan": [5], "total": 100}}, **handed_in)
        return [str(title) for title, _sentences in rules_applied(result)]

    assert "Ceiling" not in titles()
    assert "Ceiling" in titles("eligibility: {ceiling: flag}")
    assert "Ceiling" in titles(ceilings={"total": 200})


def test_how_many_marks_were_agreed_on_is_told_where_they_override():
    text = "criteria: [{id: plan, points: 10}]\npanel: {consensus: overrides}"
    marks = {"A": {"plan": {"合議": 7, "E1": 5}}, "B": {"plan": {"E1": 5}}}
    told = [str(each) for each in panel_sentences(evaluate(sheet(text), marks))]
    assert told[0].startswith("The panel's points are the mean of 1 evaluators")
    assert told[1] == "Agreed marks that count instead of the evaluators' own: 1."
    nothing = [str(each) for each in panel_sentences(evaluate(sheet(text), {"A": {"plan": [5]}}))]
    assert nothing[1] == "No agreed mark overrides the evaluators' own."
