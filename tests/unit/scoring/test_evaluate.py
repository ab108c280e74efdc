from fractions import Fraction

import pytest

from procscore.model.bids import Status
from procscore.model.scope import technical_only, up_to
from support.values import (
    attempt,
    codes,
    compared,
    evaluate,
    out,
    points,
    price,
    ranks,
    sheet,
    text,
    totals,
)


def chen(vendors):
    criteria = sheet(f"criteria: [{{id: technical, points: 50}}, {price(50)}]")
    return evaluate(criteria, vendors)


CHEN = {
    "A": {"technical": [10], "total": 40},
    "B": {"technical": [30], "total": 50},
    "C": {"technical": [46], "total": 80},
}


def test_chen_with_all_three_bids_c_is_first():
    """Chen, J. Public Procurement 8(3) 2008, p. 409, with technical points that make it bite."""
    result = chen(CHEN)
    assert points(result, "price") == {"A": "50", "B": "40", "C": "25"}
    assert compared(result) == {"C": "71", "B": "70", "A": "60"}


def test_chen_when_the_cheapest_bid_is_invalid_the_order_of_the_others_turns():
    result = chen({**CHEN, "A": {**CHEN["A"], "status": "invalid"}})
    assert points(result, "price") == {"A": None, "B": "50", "C": "31.25"}
    assert compared(result) == {"B": "80", "C": "77.25"}


def spread(total, evaluators):
    """Return marks of `evaluators` evaluators that add up to `total`."""
    each, rest = divmod(total, evaluators)
    return [each + 1] * rest + [each] * (evaluators - rest)


def test_minamiaso_the_sum_of_nine_evaluators_is_out_of_nine_times_the_points():
    """https://expydoc.com/doc/7555031/: 83 + 205 + 203 + 140 + 78 = 709 of 900."""
    criteria = sheet("""
        criteria:
          - {id: a, points: 10}
          - {id: b, points: 30}
          - {id: c, points: 30}
          - {id: d, points: 20}
          - {id: e, points: 10}
        panel: {aggregate: sum}
    """)
    sums = {"a": 83, "b": 205, "c": 203, "d": 140, "e": 78}
    marks = {criterion: spread(total, 9) for criterion, total in sums.items()}
    result = evaluate(criteria, {"南阿蘇": marks})
    assert {each: text(result.vendor("南阿蘇").points(each)) for each in sums} == {
        each: str(total) for each, total in sums.items()
    }
    assert totals(result) == {"南阿蘇": "709"}
    assert result.vendor("南阿蘇").of == 900


def test_shinshiro_of_seven_members_one_is_recused_so_that_the_sum_is_out_of_six():
    """新城市西部福祉会館: 6 × 200 = 1,200 points; 953 and 884."""
    criteria = sheet("criteria: [{id: plan, points: 200}]\npanel: {aggregate: sum}")
    result = evaluate(
        criteria,
        {"福祉会": {"plan": spread(953, 6)}, "協議会": {"plan": spread(884, 6)}},
        evaluators=[*(f"E{number}" for number in range(1, 7)), "会長"],
        recused={"会長": ["福祉会", "協議会"]},
    )
    assert compared(result) == {"福祉会": "953", "協議会": "884"}
    assert result.vendor("福祉会").of == 1200
    assert "会長" not in result.vendor("福祉会").evaluators


def test_kure_a_sole_bidder_is_evaluated_like_any_other():
    """呉市: six evaluators, 543 of 600 points, mean 90.5, at least 60 needed."""
    criteria = sheet("""
        criteria: [{id: plan, points: 100}]
        eligibility: {minimums: [{at_least: 60}]}
    """)
    result = evaluate(criteria, {"A": {"plan": spread(543, 6)}})
    assert totals(result) == {"A": "90.5"}
    assert result.award.winners == ("A",)
    assert result.award.reserve == ()


def test_kure_a_sole_bidder_below_the_minimum_is_not_chosen():
    criteria = sheet("""
        criteria: [{id: plan, points: 100}]
        eligibility: {minimums: [{at_least: 60}]}
    """)
    result = evaluate(criteria, {"A": {"plan": spread(359, 6)}})
    assert result.award.none


def test_world_bank_a_proposal_below_the_minimum_is_rejected_by_its_own_sum():
    """Annex 2: the guide prints 82 for 12 + 11 + 54; it is 77, below the 80 that are needed."""
    criteria = sheet("""
        criteria: [{id: works, points: 15}, {id: value, points: 15}, {id: approach, points: 70}]
        eligibility: {minimums: [{at_least: 80}]}
    """)
    scores = {"A": (7, 4, 48), "B": (12, 11, 54), "C": (13, 11, 67)}
    result = evaluate(
        criteria,
        {
            each: {"works": [works], "value": [value], "approach": [approach]}
            for each, (works, value, approach) in scores.items()
        },
    )
    assert totals(result) == {"A": "59", "B": "77", "C": "91"}
    assert out(result) == {"A": ["minimum"], "B": ["minimum"]}
    assert ranks(result) == {"C": "1"}


SUM = sheet(f"""
    criteria:
      - {{id: plan, points: 10}}
      - {{id: record, points: 5, score: {{method: marks, by: secretariat}}}}
      - {{id: isms, points: 3, score: {{method: check, fail: points, by: secretariat}}}}
      - {price(40, "lowest-ratio, round: {places: 0, mode: half-up}")}
    panel: {{aggregate: sum}}
    eligibility: {{minimums: [{{criterion: plan, at_least: 20}}]}}
""")


def test_with_a_sum_what_is_given_once_counts_once_for_every_evaluator():
    result = evaluate(
        SUM,
        {
            "A": {"plan": [8, 9, 7], "record": 4, "isms": "○", "total": 150},
            "B": {"plan": [6, 7, 7], "record": 5, "isms": "×", "total": 100},
        },
    )
    a = result.vendor("A")
    # 40 × 100 ÷ 150 = 26.67 is rounded to 27 before it counts three times.
    assert {score.criterion: (text(score.points), text(score.of)) for score in a.walk()} == {
        "plan": ("24", "30"),
        "record": ("12", "15"),
        "isms": ("9", "9"),
        "price": ("81", "120"),
    }
    assert totals(result) == {"A": "126", "B": "155"}  # 20 + 15 + 0 + 120
    assert a.of == 174


def test_with_a_sum_who_is_out_before_the_price_is_out_of_as_many_points_as_the_others():
    result = evaluate(
        SUM,
        {
            "A": {"plan": [8, 9, 7], "record": 4, "isms": "○", "total": 150},
            "B": {"plan": [6, 7, 6], "record": 5, "isms": "×", "total": 100},
        },
    )
    assert out(result) == {"B": ["minimum"]}
    assert text(result.vendor("B").of) == text(result.vendor("A").of) == "174"


def test_a_recused_evaluator_shrinks_the_denominator_of_a_mean():
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    result = evaluate(
        criteria,
        {"A": {"plan": {"E2": 6, "E3": 9}}, "B": {"plan": {"E1": 5, "E2": 6, "E3": 7}}},
        recused={"E1": ["A"]},
    )
    assert totals(result) == {"A": "7.5", "B": "6"}
    assert result.vendor("A").evaluators == ("E2", "E3")


def test_marks_of_an_absent_evaluator_are_not_counted_as_zero():
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    result = evaluate(
        criteria, {"A": {"plan": {"E1": 6, "E2": 8}}}, evaluators=["E1", "E2", "E3"], absent=["E3"]
    )
    assert totals(result) == {"A": "7"}


def test_what_the_panel_agreed_on_is_the_score_whatever_the_evaluators_wrote_before():
    criteria = sheet("criteria: [{id: plan, points: 10}]\npanel: {aggregate: consensus}")
    assert totals(evaluate(criteria, {"A": {"plan": 7}}, evaluators=["E1", "E2"])) == {"A": "7"}


ORDER = sheet(f"""
    criteria:
      - {{id: plan, points: 60}}
      - {{id: isms, score: {{method: check}}}}
      - {price(40)}
    eligibility:
      minimums: [{{excluding: price, at_least: 50%}}, {{at_least: 60%}}]
""")


def test_every_step_takes_out_whom_the_next_no_longer_counts():
    """Design, section 5: status, ceiling, checks and minimums, price, minimums with price, ranks."""
    result = evaluate(
        ORDER,
        {
            "withdrawn": {"status": "withdrawn", "total": 1},
            "dear": {"plan": [60], "isms": "○", "total": 901},
            "check": {"plan": [60], "isms": "×", "total": 2},
            "weak": {"plan": [29], "isms": "○", "total": 3},
            "cheap": {"plan": [30], "isms": "○", "total": 100},
            "total": {"plan": [30], "isms": "○", "total": 200},
            "good": {"plan": [50], "isms": "○", "total": 125},
        },
        ceilings={"total": 900},
    )
    assert out(result) == {
        "withdrawn": ["status"],
        "dear": ["ceiling"],
        "check": ["check"],
        "weak": ["minimum"],
        "total": ["minimum"],
    }
    assert points(result, "price") == {
        "withdrawn": None,
        "dear": None,
        "check": None,
        "weak": None,
        "cheap": "40",
        "total": "20",
        "good": "32",
    }
    assert ranks(result) == {"good": "1", "cheap": "2"}
    statuses = {each.vendor.id: each.status for each in result.vendors}
    assert statuses["withdrawn"] is Status.WITHDRAWN
    assert statuses["weak"] is Status.EXCLUDED
    assert statuses["good"] is Status.ELIGIBLE


def test_of_who_is_out_everything_stays_that_was_computed():
    result = evaluate(ORDER, {"A": {"plan": [29], "isms": "○", "total": 3}})
    a = result.vendor("A")
    assert text(a.points("plan")) == "29"
    assert text(a.amounts["total"].value) == "3"
    assert (a.rank, a.value, a.total) == (None, None, None)
    assert a.evaluators == ("E1",)


def test_who_is_out_by_status_is_not_marked():
    result = evaluate(
        ORDER, {"A": {"status": "disqualified", "plan": [60], "isms": "○", "total": 1}}
    )
    assert points(result, "plan") == {"A": None}
    assert result.vendor("A").evaluators == ()


def test_a_zero_price_is_an_error_that_names_the_vendor_and_the_formula():
    criteria = sheet(f"criteria: [{price(40)}]")
    result, problems = attempt(criteria, {"A": {"total": 0, "name": "佐渡"}, "B": {"total": 5}})
    assert result is None
    assert codes(problems) == ["formula-undefined"]
    (found,) = problems
    assert "佐渡" in found.message
    assert "points * lowest / price" in found.message
    assert found.where.cell == "C2"


def test_a_sheet_can_rule_the_case_of_a_zero_price():
    formula = '"if(price = 0, points, if(lowest = 0, 0, points * lowest / price))"'
    result = evaluate(
        sheet(f"criteria: [{price(40, formula)}]"), {"A": {"total": 0}, "B": {"total": 5}}
    )
    assert points(result, "price") == {"A": "40", "B": "0"}


def test_points_above_the_stated_maximum_are_an_error_and_not_clipped():
    """Council of State (BE) 266216: 16 × 9.6 ÷ 9.6 = 16 of 15 points; the award was annulled."""
    criteria = sheet("""
        quantities: {hours: {}}
        criteria: [{id: time, points: 15, score: {method: formula, formula: 16 * hours / 9.6}}]
    """)
    result, problems = attempt(criteria, {"A": {"hours": "9.6"}, "B": {"hours": 9}})
    assert result is None
    assert codes(problems) == ["points-out-of-range"]
    (found,) = problems
    assert (found.details["vendor"], found.details["points"], found.details["most"]) == (
        "A",
        "16",
        "15",
    )


def test_points_below_zero_are_an_error_and_not_raised_to_zero():
    criteria = sheet(
        f"criteria: [{price(80, chr(34) + 'points * (1 - (price - lowest) / lowest)' + chr(34))}]"
    )
    result, problems = attempt(criteria, {"A": {"total": 100}, "B": {"total": 201}})
    assert result is None
    assert codes(problems) == ["points-out-of-range"]


def test_with_a_sum_the_range_of_points_is_that_of_all_evaluators():
    criteria = sheet(
        f"criteria: [{{id: plan, points: 10}}, {price(40, '41 * lowest / price')}]\npanel: {{aggregate: sum}}"
    )
    _, problems = attempt(criteria, {"A": {"plan": [1, 2], "total": 1}})
    (found,) = problems
    assert (found.details["points"], found.details["most"]) == ("82", "80")


def test_two_winners_of_a_tie_across_the_line_are_left_to_the_committee():
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        award: {winners: 2, reserve: 1}
    """)
    vendors = {"A": {"plan": [9]}, "B": {"plan": [7]}, "C": {"plan": [7]}, "D": {"plan": [1]}}
    award = evaluate(criteria, vendors).award
    assert (award.winners, award.reserve, award.undecided) == (("A",), (), ("B", "C"))
    vendors["C"] = {"plan": [6]}
    award = evaluate(criteria, vendors).award
    assert (award.winners, award.reserve, award.undecided) == (("A", "B"), ("C",), ())


@pytest.mark.parametrize("order", ["ABC", "CBA", "BCA"])
def test_the_order_of_the_workbook_does_not_decide_who_is_first(order):
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    marks = {"A": [5], "B": [5], "C": [4]}
    result = evaluate(criteria, {each: {"plan": marks[each]} for each in order})
    assert ranks(result) == {"A": "1", "B": "1", "C": "3"}
    assert set(result.award.undecided) == {"A", "B"}


def test_the_result_says_by_which_sheet_and_version_it_came_about():
    result = evaluate(ORDER, {"A": {"plan": [60], "isms": "○", "total": 1}})
    assert result.criteria is ORDER
    assert result.digest == "digest"
    assert result.version


def test_a_ranking_by_ranks_needs_no_crash_when_nobody_is_left():
    for by in ("rank-sum", "mean-rank", "first-places"):
        criteria = sheet(f"""
            criteria: [{{id: plan, points: 10}}]
            eligibility: {{minimums: [{{at_least: 60%}}]}}
            ranking: {{by: {by}}}
        """)
        assert evaluate(criteria, {"A": {"plan": [1, 2]}}).award.none


def test_the_rounding_of_the_panel_does_not_touch_the_points_of_a_check():
    result = evaluate(
        sheet("""
            criteria: [{id: iso, points: 2.5, score: {method: check, fail: points}}]
            panel: {aggregate: mean, round: {places: 0, mode: half-up}}
        """),
        {"A": {"iso": "○○"}},
    )
    assert result.vendor("A").points("iso") == Fraction("2.5")


def test_a_mere_check_has_no_minimum_to_reach():
    result = evaluate(
        sheet("""
            criteria:
              - id: g
                criteria:
                  - {id: plan, points: 10}
                  - {id: iso, score: {method: check, by: secretariat}}
            eligibility: {minimums: [{each_of: g, at_least: 5}]}
        """),
        {"A": {"plan": [6, 6], "iso": "○"}},
    )
    assert result.award.winners == ("A",)


@pytest.mark.parametrize(
    ("criterion", "code"),
    [
        (
            "{id: users, points: 5, score: {method: formula, formula: points / n}}",
            "formula-undefined",
        ),
        (price(5), "no-bid-counts"),
    ],
)
def test_a_minimum_of_the_evaluators_is_not_asked_of_points_that_have_no_value(criterion, code):
    criteria = sheet(f"""
        quantities: {{n: {{}}}}
        criteria: [{{id: plan, points: 10}}, {criterion}]
        eligibility:
          ceiling: flag
          lowest_among: within-ceiling
          minimums: [{{at_least: 30%, evaluators: any}}]
    """)
    vendors = {"A": {"plan": [1, 2], "n": 0, "total": 10}}
    result, problems = attempt(criteria, vendors, ceilings={"total": 5})
    assert (result, codes(problems)) == (None, [code])


@pytest.mark.parametrize("part", [technical_only, lambda whole: up_to(whole, "first")])
def test_a_decision_that_a_stage_of_a_part_asks_for_is_asked_for_once(part):
    """Before the prices are opened the part ends with a round without a gate, else with the stage."""
    criteria = part(
        sheet(f"""
            criteria: [{{id: paper, points: 60}}, {{id: talk, points: 20}}, {price(20)}]
            stages:
              - {{id: first, criteria: [paper], gate: {{top: 1}}, name: 一次}}
              - {{id: second, criteria: [talk, price], carry_over: true, name: 二次}}
            ranking: {{by: points, ties: [committee]}}
        """)
    )
    vendors = {
        "A": {"paper": [40], "talk": [None], "decision": "2"},
        "B": {"paper": [40], "talk": [9], "decision": "1"},
    }
    result, problems = attempt(criteria, vendors)
    assert codes(problems) == []
    assert result.stages[0].passed == ("B",)
