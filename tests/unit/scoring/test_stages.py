import pytest

from procscore.model.bids import Status
from procscore.model.scope import up_to
from support.values import (
    attempt,
    codes,
    evaluate,
    flags,
    out,
    points,
    price,
    ranks,
    sheet,
    told,
    totals,
)


def staged(gate, second="", more=""):
    return sheet(f"""
        criteria: [{{id: paper, points: 100}}, {{id: interview, points: 100}}]
        stages:
          - {{id: first, name: 一次審査, criteria: [paper], gate: {gate}}}
          - {{id: second, name: 二次審査, criteria: [interview]{second}}}
        {more}
    """)


def passed(result):
    """Return who went on from each stage."""
    return {stage.id: stage.passed for stage in result.stages}


def offers(paper, interview=()):
    """Return marks in the interview for those who are said to get there, blanks for the others."""
    marks = dict(interview)
    return {each: {"paper": [mark], "interview": [marks.get(each)]} for each, mark in paper.items()}


FIVE = {"A": 90, "B": 80, "C": 70, "D": 60, "E": 50}


def test_the_first_n_go_on_and_the_others_are_out_with_what_they_have():
    """Four go on to the second stage: https://expydoc.com/doc/9744567/, doc/10220521."""
    second = {"A": 50, "B": 90, "C": 60, "D": 40}
    result = evaluate(staged("{top: 4}"), offers(FIVE, second))
    assert passed(result) == {"first": ("A", "B", "C", "D")}
    assert out(result) == {"E": ["stage"]}
    e = result.vendor("E")
    assert str(e.exclusions[0].reason) == "rank 5 in “一次審査”; 4 go on"
    assert (e.status, e.rank, e.points("paper"), e.points("interview")) == (
        Status.EXCLUDED,
        None,
        50,
        None,
    )
    assert ranks(result) == {"B": "1", "A": "2", "C": "3", "D": "4"}


def test_a_stage_keeps_its_own_ranking():
    mixed = {each: FIVE[each] for each in "DBEAC"}
    vendors = {**offers(mixed, {"A": 1, "B": 90}), "F": {"status": "invalid"}}
    result = evaluate(staged("{top: 2}"), vendors)
    (first,) = result.stages
    assert [(each.vendor.id, each.rank, each.points_in_all) for each in first.ranked] == [
        ("A", 1, 90),
        ("B", 2, 80),
        ("C", 3, 70),
        ("D", 4, 60),
        ("E", 5, 50),
    ]
    assert (first.name, first.of, first.skipped, first.undecided) == ("一次審査", 100, False, ())
    assert ranks(result) == {"B": "1", "A": "2"}


def test_with_fewer_than_n_all_go_on():
    two = {"A": 90, "B": 80}
    assert passed(evaluate(staged("{top: 4}"), offers(two, two))) == {"first": ("A", "B")}


TIED = {"A": 90, "B": 70, "C": 70, "D": 70, "E": 50}


@pytest.mark.parametrize(
    ("at_cut", "going_on"),
    [
        ("", "ABCD"),
        (", at_cut: all", "ABCD"),  # all who are tied pass: https://expydoc.com/doc/9677170/
        (", at_cut: none", "A"),
    ],
)
def test_of_vendors_that_are_tied_at_the_cut_all_go_on_or_none(at_cut, going_on):
    result = evaluate(staged(f"{{top: 3{at_cut}}}"), offers(TIED, dict.fromkeys(going_on, 10)))
    assert passed(result) == {"first": tuple(going_on)}
    assert set(out(result)) == set("ABCDE") - set(going_on)


def test_a_tie_below_the_cut_lets_nobody_on():
    paper = {"A": 90, "B": 80, "C": 70, "D": 70}
    result = evaluate(staged("{top: 2}"), offers(paper, {"A": 1, "B": 1}))
    assert passed(result) == {"first": ("A", "B")}


def test_a_tie_that_does_not_cross_the_cut_is_no_question():
    result = evaluate(staged("{top: 4, at_cut: committee}"), offers(TIED, dict.fromkeys("ABCD", 1)))
    assert passed(result) == {"first": ("A", "B", "C", "D")}


def test_a_tie_at_the_cut_that_is_left_to_the_committee_stops_the_evaluation():
    vendors = offers(TIED, dict.fromkeys("ABCD", 10))
    result, problems = attempt(staged("{top: 3, at_cut: committee}"), vendors)
    assert (result, codes(problems)) == (None, ["stage-cut-undecided"])
    (found,) = problems
    assert "B, C, D are tied where “一次審査” lets 3 go on" in found.message


def test_at_the_end_of_a_part_a_tie_at_the_cut_is_shown_to_the_committee_and_nobody_is_out():
    part = up_to(staged("{top: 3, at_cut: committee}"), "first")
    result, problems = attempt(part, offers(TIED))
    assert (codes(problems), out(result)) == ([], {})
    (first,) = result.stages
    assert (first.passed, first.undecided) == (("A",), ("B", "C", "D"))
    assert ranks(result) == {"A": "1", "B": "2", "C": "2", "D": "2", "E": "5"}
    assert result.award.none


def test_what_the_committee_decided_tells_who_goes_on():
    vendors = offers(TIED, dict.fromkeys("ACD", 10))
    for each, decision in {"B": "3", "C": "1", "D": "2"}.items():
        vendors[each]["decision"] = decision
    result = evaluate(staged("{top: 3, at_cut: committee}"), vendors)
    assert passed(result) == {"first": ("A", "C", "D")}
    assert out(result) == {"B": ["stage"], "E": ["stage"]}


def test_the_last_stage_may_rank_by_its_own_rule():
    criteria = sheet("""
        criteria: [{id: paper, points: 100}, {id: interview, points: 100}]
        stages:
          - {id: first, name: 一次, criteria: [paper], gate: {top: 2}}
          - id: second
            name: 二次
            criteria: [interview]
            ranking: {by: formula, formula: (paper + interview) / total, ties: [committee]}
    """)
    vendors = offers({"A": 90, "B": 80}, {"A": 70, "B": 60})
    result = evaluate(
        criteria, {"A": {**vendors["A"], "total": 4}, "B": {**vendors["B"], "total": 2}}
    )
    assert passed(result) == {"first": ("A", "B")}
    assert ranks(result) == {"B": "1", "A": "2"}  # 140 ÷ 2 and 160 ÷ 4


@pytest.mark.parametrize(("carry_over", "winner"), [("true", "A"), ("false", "B")])
def test_evaluators_rank_by_what_counts_in_the_stage(carry_over, winner):
    """Stage 1 + 2 of each evaluator, https://expydoc.com/doc/11951626/: the winner flips without."""
    criteria = sheet(f"""
        criteria: [{{id: paper, points: 100}}, {{id: interview, points: 100}}]
        stages:
          - {{id: first, name: 一次, criteria: [paper], gate: {{top: 2}}}}
          - {{id: second, name: 二次, criteria: [interview], carry_over: {carry_over}}}
        ranking: {{by: rank-sum}}
    """)
    vendors = {
        "A": {"paper": [90, 80], "interview": [60, 60]},
        "B": {"paper": [70, 60], "interview": [75, 75]},
    }
    assert evaluate(criteria, vendors).award.winners == (winner,)


def test_a_stage_may_have_a_tie_rule_of_its_own():
    """Separate tie rules for stage 1 and 2: https://expydoc.com/doc/8701623/."""
    criteria = sheet("""
        criteria:
          - {id: paper, criteria: [{id: plan, points: 60}, {id: staff, points: 40}]}
          - {id: interview, points: 100}
        stages:
          - id: first
            name: 一次
            criteria: [paper]
            gate: {top: 1}
            ranking: {ties: [{higher: plan}, committee]}
          - {id: second, name: 二次, criteria: [interview]}
        ranking: {ties: [{higher: staff}, committee]}
    """)
    vendors = {
        "A": {"plan": [30], "staff": [40], "interview": [None]},
        "B": {"plan": [40], "staff": [30], "interview": [50]},
    }
    result = evaluate(criteria, vendors)
    assert passed(result) == {"first": ("B",)}
    assert [tie.order for tie in result.stages[0].ties] == [(("B",), ("A",))]


@pytest.mark.parametrize(
    ("minimum", "rule"),
    [("{at_least: 420}", "total"), ("{criterion: paper, at_least: 70%}", "paper")],
)
def test_who_does_not_reach_the_minimum_of_a_gate_does_not_go_on(minimum, rule):
    """https://expydoc.com/doc/9744567/: a mean of 420 to be invited to the interview."""
    criteria = sheet(f"""
        criteria: [{{id: paper, points: 600}}, {{id: interview, points: 400}}]
        stages:
          - {{id: first, name: 一次, criteria: [paper], gate: {{top: 2, minimums: [{minimum}]}}}}
          - {{id: second, name: 二次, criteria: [interview]}}
    """)
    vendors = {
        "A": {"paper": [419, 421], "interview": [10, 10]},
        "B": {"paper": [419, 420], "interview": [None, None]},
        "C": {"paper": [1, 2], "interview": [None, None]},
    }
    result = evaluate(criteria, vendors)
    assert passed(result) == {"first": ("A",)}
    assert out(result) == {"B": ["minimum"], "C": ["minimum"]}
    assert str(result.vendor("B").exclusions[0].reason).startswith(f"{rule}: 419.5 of 600 points")


def test_a_minimum_of_the_sheet_about_a_stage_is_judged_in_that_stage():
    more = "eligibility: {minimums: [{criterion: paper, at_least: 60%}, {at_least: 100}]}"
    vendors = offers({"A": 59, "B": 60, "C": 60}, {"B": 40, "C": "39.9"})
    result = evaluate(staged("{top: 3}", more=more), vendors)
    assert passed(result) == {"first": ("B", "C")}
    assert out(result) == {"A": ["minimum"], "C": ["minimum"]}  # C: 99.9 of 200 in all


def test_points_of_the_first_stage_decide_in_the_second_where_they_are_carried_over():
    """Stage 1 + 2, https://expydoc.com/doc/11951626/: the winner flips without it."""
    vendors = offers({"A": 90, "B": 70}, {"A": 60, "B": 75})
    with_them = evaluate(staged("{top: 2}", ", carry_over: true"), vendors)
    assert (totals(with_them), with_them.award.winners) == ({"A": "150", "B": "145"}, ("A",))
    assert with_them.of_total == 200
    without = evaluate(staged("{top: 2}", ", carry_over: false"), vendors)
    assert (totals(without), without.award.winners) == ({"A": "60", "B": "75"}, ("B",))
    assert without.of_total == 100
    assert points(without, "paper") == {"A": "90", "B": "70"}


def test_unless_it_is_said_otherwise_points_are_carried_over():
    vendors = offers({"A": 90, "B": 70}, {"A": 60, "B": 75})
    assert totals(evaluate(staged("{top: 2}"), vendors)) == {"A": "150", "B": "145"}


@pytest.mark.parametrize("rules", ["aggregate: median", "round: {places: 0, mode: down}"])
def test_a_panel_over_totals_has_a_total_of_each_stage(rules):
    vendors = {"A": {"paper": [80, 81, 82], "interview": [10, 10, 11]}}
    panel = f"panel: {{over: totals, {rules}}}"
    assert totals(evaluate(staged("{top: 1}", more=panel), vendors)) == {"A": "91"}
    # 第二次審査に第一次審査の結果は影響しない, https://studylib.net/doc/25391358/11
    alone = evaluate(staged("{top: 1}", ", carry_over: false", panel), vendors)
    assert (totals(alone), alone.of_total) == ({"A": "10"}, 100)


@pytest.mark.parametrize(("applicants", "held"), [(4, False), (5, True)])
def test_a_stage_is_skipped_when_few_apply(applicants, held):
    """Fewer than 5: https://expydoc.com/doc/9677170/ (松阪市: fewer than 8)."""
    paper = dict(list(FIVE.items())[:applicants])
    vendors = offers(paper, dict.fromkeys("ABCD", 10))
    vendors["gone"] = {"status": "withdrawn"}
    result = evaluate(staged("{top: 4, skip_below: 5}"), vendors)
    (first,) = result.stages
    assert first.skipped is not held
    assert first.passed == (("A", "B", "C", "D") if held else ())
    if held:
        assert totals(result)["A"] == "100"
    else:
        # Nobody marked the paper, nobody is out, and only the interview counts.
        assert points(result, "paper") == dict.fromkeys([*"ABCD", "gone"])
        assert (result.of_total, totals(result)["D"], list(out(result))) == (100, "10", ["gone"])


def test_a_stage_that_is_skipped_needs_no_marks():
    vendors = {"A": {"paper": [None], "interview": [10]}, "B": {"interview": [20]}}
    result = evaluate(staged("{top: 4, skip_below: 5}"), vendors)
    assert ranks(result) == {"B": "1", "A": "2"}


def test_three_stages_one_after_the_other():
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}, {id: c, points: 10}]
        stages:
          - {id: one, name: 一次, criteria: [a], gate: {top: 3}}
          - {id: two, name: 二次, criteria: [b], gate: {top: 2}}
          - {id: three, name: 三次, criteria: [c]}
    """)
    vendors = {
        "A": {"a": [9], "b": [1], "c": [None]},
        "B": {"a": [8], "b": [7], "c": [5]},
        "C": {"a": [7], "b": [9], "c": [3]},
        "D": {"a": [6], "b": [None], "c": [None]},
    }
    result = evaluate(criteria, vendors)
    assert passed(result) == {"one": ("A", "B", "C"), "two": ("C", "B")}
    assert [str(result.vendor(each).exclusions[0].reason) for each in "AD"] == [
        "rank 3 in “二次”; 2 go on",
        "rank 4 in “一次”; 3 go on",
    ]
    assert ranks(result) == {"B": "1", "C": "2"}


# --- prices ---

PRICED = f"""
    criteria: [{{id: paper, points: 60}}, {price(40)}, {{id: interview, points: 50}}]
    stages:
      - {{id: first, name: 一次, criteria: [%s], gate: {{top: 2}}}}
      - {{id: second, name: 二次, criteria: [%s]}}
"""
BIDS = {
    "A": {"paper": [50], "total": 200, "interview": [10]},
    "B": {"paper": [40], "total": 160, "interview": [10]},
    "C": {"paper": [10], "total": 80, "interview": [None]},
}


def test_prices_of_the_first_stage_are_compared_with_all_who_stand_in_it():
    result = evaluate(sheet(PRICED % ("paper, price", "interview")), BIDS)
    assert points(result, "price") == {"A": "16", "B": "20", "C": "40"}
    assert passed(result) == {"first": ("A", "B")}
    assert totals(result) == {"A": "76", "B": "70", "C": None}


def test_prices_of_a_later_stage_are_compared_with_who_got_there():
    result = evaluate(sheet(PRICED % ("paper", "price, interview")), BIDS)
    assert points(result, "price") == {"A": "32", "B": "40", "C": None}
    assert totals(result) == {"A": "92", "B": "90", "C": None}


def test_the_best_of_a_stage_is_the_best_of_who_stands_in_it_and_stays_what_it_was():
    criteria = sheet("""
        criteria:
          - {id: paper, points: 60, rescale: {formula: points * raw / best}}
          - {id: record, points: 40}
          - {id: interview, points: 40, rescale: {formula: points * raw / best}}
        stages:
          - {id: first, name: 一次, criteria: [paper, record], gate: {top: 2}}
          - {id: second, name: 二次, criteria: [interview]}
    """)
    vendors = {
        "A": {"paper": [30], "record": [40], "interview": [10]},
        "B": {"paper": [20], "record": [40], "interview": [20]},
        "C": {"paper": [40], "record": [0], "interview": [40]},
    }
    result = evaluate(criteria, vendors)
    assert points(result, "paper") == {"A": "45", "B": "30", "C": "60"}
    assert passed(result) == {"first": ("A", "B")}
    assert points(result, "interview") == {"A": "20", "B": "40", "C": None}
    assert totals(result) == {"A": "105", "B": "110", "C": None}


def test_a_stage_may_exclude_who_is_below_the_value_that_it_asks_for():
    criteria = sheet("""
        criteria: [{id: paper, points: 60}, {id: interview, points: 40}]
        stages:
          - {id: first, name: 一次, criteria: [paper], gate: {top: 3}, ranking: {at_least: 60 / 2}}
          - {id: second, name: 二次, criteria: [interview]}
    """)
    vendors = {
        "A": {"paper": [30], "interview": [1]},
        "B": {"paper": [29], "interview": [None]},
    }
    result = evaluate(criteria, vendors)
    assert (passed(result), out(result)) == ({"first": ("A",)}, {"B": ["ranking-value"]})


# --- ceilings ---

DEAR = {**BIDS, "A": {**BIDS["A"], "total": 999}}
TWO_AMOUNTS = (
    PRICED % ("paper", "price, interview")
    + """
    amounts: {total: {}, part: {}}
    eligibility: {lowest_among: %s, ceiling: exclude}
"""
)


def with_ceiling(written, vendors=DEAR, more=""):
    return attempt(sheet(PRICED % written + more), vendors, ceilings={"total": 200})


def test_a_ceiling_is_first_asked_in_the_stage_that_needs_prices():
    """Before that they may be sealed: who is above it takes part, and nobody moves up for it."""
    result, problems = with_ceiling(("paper", "price, interview"))
    assert codes(problems) == []
    assert passed(result) == {"first": ("A", "B")}
    assert [each.vendor.id for each in result.stages[0].ranked] == ["A", "B", "C"]
    assert out(result) == {"A": ["ceiling"], "C": ["stage"]}
    a = result.vendor("A")
    assert str(a.exclusions[0].reason) == "total 999 is above the ceiling of 200"
    assert (a.status, a.points("paper"), a.points("interview")) == (Status.EXCLUDED, 50, None)
    assert (ranks(result), totals(result)["B"]) == ({"B": "1"}, "90")


def test_a_ceiling_comes_first_where_the_first_stage_needs_prices():
    vendors = {**DEAR, "A": {"paper": [None], "interview": [None], "total": 999}}
    vendors["C"] = {**vendors["C"], "interview": [3]}
    result, problems = with_ceiling(("paper, price", "interview"), vendors)
    assert codes(problems) == []
    assert passed(result) == {"first": ("B", "C")}
    assert out(result) == {"A": ["ceiling"]}
    assert result.vendor("A").points("paper") is None


def test_who_is_out_by_its_ceiling_needs_no_marks_of_that_stage_and_those_after():
    vendors = {**DEAR, "A": {**DEAR["A"], "interview": [None]}}
    result, problems = with_ceiling(("paper", "price, interview"), vendors)
    assert (codes(problems), out(result)["A"]) == ([], ["ceiling"])
    within = {**vendors, "A": {**vendors["A"], "total": 200}}
    result, problems = with_ceiling(("paper", "price, interview"), within)
    assert (result, codes(problems)) == (None, ["mark-blank"])


@pytest.mark.parametrize(
    ("lowest_among", "lowest", "b"),
    [("eligible", 160, "40"), ("within-ceiling", 160, "40"), ("all", 100, "25")],
)
def test_who_is_above_a_ceiling_may_still_count_as_lowest_in_that_stage(lowest_among, lowest, b):
    """A part of A's price is above its ceiling, the price that is scored the lowest of them."""
    criteria = sheet(TWO_AMOUNTS % lowest_among)
    vendors = {each: {**entry, "part": 5} for each, entry in BIDS.items()}
    vendors["A"] |= {"part": 6, "total": 100}
    result, _ = attempt(criteria, vendors, ceilings={"part": 5})
    assert (out(result)["A"], points(result, "price")["B"]) == (["ceiling"], b)
    assert result.vendor("B").score("price").derivation.inputs[1].value == lowest


def test_a_flag_of_a_ceiling_waits_for_that_stage_too():
    more = "\n    eligibility: {ceiling: flag}"
    result, _ = with_ceiling(("paper", "price, interview"), more=more)
    assert (flags(result), out(result)) == ({"A": ["ceiling"]}, {"C": ["stage"]})
    dear = {**BIDS, "C": {**BIDS["C"], "total": 999}}
    result, _ = with_ceiling(("paper", "price, interview"), dear, more=more)
    assert (flags(result), out(result)) == ({}, {"C": ["stage"]})


def test_where_nothing_needs_a_price_a_ceiling_is_asked_in_the_last_stage():
    vendors = offers({"A": 90, "B": 80, "C": 70}, {"B": 5})
    for each, total in (("A", 201), ("B", 200), ("C", 100)):
        vendors[each]["total"] = total
    result, problems = attempt(staged("{top: 2}"), vendors, ceilings={"total": 200})
    assert codes(problems) == []
    assert (passed(result), ranks(result)) == ({"first": ("A", "B")}, {"B": "1"})
    assert out(result) == {"A": ["ceiling"], "C": ["stage"]}


def test_up_to_a_stage_without_prices_no_ceiling_is_asked():
    criteria = sheet(PRICED % ("paper", "price, interview"))
    result, problems = attempt(up_to(criteria, "first"), DEAR, ceilings={"total": 200})
    assert (codes(problems), passed(result), out(result)) == ([], {"first": ("A", "B")}, {})


# --- amounts that are not there ---


@pytest.mark.parametrize("lowest_among", ["eligible", "all"])
def test_amounts_are_needed_of_all_who_get_to_the_stage_that_needs_prices(lowest_among):
    """Who is above one ceiling may owe another amount; a bid that counts is not left out of it."""
    criteria = sheet(TWO_AMOUNTS % lowest_among)
    vendors = {each: {**entry, "part": 5} for each, entry in BIDS.items()}
    vendors["A"] = {"paper": [50], "interview": [10], "part": 6}
    vendors["C"] = {"paper": [10], "interview": [None]}
    result, problems = attempt(criteria, vendors, ceilings={"part": 5})
    assert (result, codes(problems)) == (None, ["amount-blank"])
    assert next(iter(problems)).details["vendor"] == "A"


def test_amounts_are_needed_where_the_stage_before_prices_is_not_held():
    text = PRICED % ("paper", "price, interview")
    criteria = sheet(text.replace("top: 2", "top: 2, skip_below: 4"))
    vendors = {each: {**entry, "interview": [1]} for each, entry in BIDS.items()}
    del vendors["B"]["total"]
    result, problems = attempt(criteria, vendors)
    assert (result, codes(problems)) == (None, ["amount-blank"])


@pytest.mark.parametrize(
    "more",
    [
        "ranking: {ties: [{lower: total}, committee]}",
        "eligibility: {abnormally_low: {rule: below-mean}}",
    ],
    ids=["tie step", "abnormally low"],
)
def test_amounts_are_needed_at_the_end_where_only_the_end_asks_for_them(more):
    vendors = offers({"A": 90, "B": 80, "C": 70}, {"A": 5, "B": 15})
    vendors["A"]["total"] = 100
    result, problems = attempt(staged("{top: 2}", more=more), vendors)
    assert (result, codes(problems)) == (None, ["amount-blank"])
    vendors["B"]["total"] = 100
    result, problems = attempt(staged("{top: 2}", more=more), vendors)
    assert (codes(problems), list(ranks(result))) == ([], ["A", "B"])


# --- marks that are not there ---


def test_marks_of_a_later_stage_are_only_needed_of_who_got_there():
    vendors = offers(FIVE, {"A": 10, "B": 30})
    assert ranks(evaluate(staged("{top: 2}"), vendors)) == {"B": "1", "A": "2"}
    vendors["B"]["interview"] = [None]
    result, problems = attempt(staged("{top: 2}"), vendors)
    assert result is None
    assert [each.code for each in problems] == ["mark-blank"]
    assert "B" in told(problems)[0]


def test_marks_of_the_first_stage_are_needed_of_everybody():
    result, problems = attempt(staged("{top: 1}"), offers({"A": 10, "B": None}, {"A": 5}))
    assert (result, codes(problems)) == (None, ["mark-blank"])


def test_the_secretariat_marks_a_later_stage_for_who_got_there():
    criteria = sheet("""
        criteria:
          - {id: paper, points: 10}
          - {id: visit, points: 10, score: {method: marks, by: secretariat}}
        stages:
          - {id: first, name: 一次, criteria: [paper], gate: {top: 1}}
          - {id: second, name: 二次, criteria: [visit]}
    """)
    vendors = {"A": {"paper": [5], "visit": 3}, "B": {"paper": [4], "visit": None}}
    assert totals(evaluate(criteria, vendors)) == {"A": "8", "B": None}
    vendors["A"]["visit"] = None
    result, problems = attempt(criteria, vendors)
    assert (result, codes(problems)) == (None, ["mark-blank"])


def test_each_stage_may_have_a_panel_of_its_own():
    """むつ市, https://expydoc.com/doc/10138543/: 14 members of the staff, then 10 of the committee."""
    criteria = sheet("""
        panels: {staff: {aggregate: sum}}
        panel: {aggregate: sum}
        criteria:
          - {id: demo, points: 10, panel: staff}
          - {id: plan, points: 30}
        stages:
          - {id: first, name: 一次, criteria: [demo], gate: {top: 1}}
          - {id: second, name: 二次, criteria: [plan]}
    """)
    vendors = {
        "A": {"demo": [8] * 14, "plan": [20] * 10},
        "B": {"demo": [7] * 14, "plan": [None] * 10},
    }
    result = evaluate(criteria, vendors)
    (first,) = result.stages
    assert [(each.vendor.id, each.points_in_all, each.of) for each in first.ranked] == [
        ("A", 112, 140),
        ("B", 98, 140),
    ]
    assert (totals(result), result.of_total) == ({"A": "312", "B": None}, 440)


def test_stages_that_were_not_held_are_told_in_their_place():
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}, {id: c, points: 10}]
        stages:
          - {id: one, name: One, criteria: [a], gate: {top: 2}}
          - {id: two, name: Two, criteria: [b], gate: {top: 1, skip_below: 5}}
          - {id: three, name: Three, criteria: [c]}
    """)
    vendors = {each: {"a": [mark], "c": [mark]} for each, mark in (("A", 9), ("B", 8), ("C", 7))}
    result = evaluate(criteria, vendors)
    assert [(each.id, each.skipped) for each in result.stages] == [("one", False), ("two", True)]
