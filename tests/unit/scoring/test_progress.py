"""One vendor on its way, asked directly; what becomes of all of them is tested in test_evaluate."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Problems
from procscore.model.rounds import rounds
from procscore.scoring.context import Context
from procscore.scoring.progress import Progress
from support.values import attempt, bids, codes, evaluate, price, sheet, text


def started(criteria, entry, **handed_in):
    """Return the vendor A with its marks scored, before any price is."""
    given = bids(criteria, {"A": entry}, **handed_in)
    progress = Progress(Context(criteria, given, Problems(), criteria.ranking), given.vendors[0])
    progress.score_marks(criteria.leaves)
    return progress


def own(criteria, entry, counted=None, **handed_in):
    """Return what each evaluator found: by evaluator, then criterion (None: the total)."""
    found = started(criteria, entry, **handed_in).own(counted or criteria.criteria)
    return {
        evaluator: {criterion: text(each.value) for criterion, each in points.items()}
        for evaluator, points in found.items()
    }


PRICED = sheet(f"criteria: [{{id: plan, points: 60}}, {price(40)}]")


def test_what_is_compared_with_other_bids_waits_and_all_above_it_with_it():
    progress = started(PRICED, {"plan": [30, 40], "total": 100})
    (judged,) = rounds(PRICED, 1)
    before = progress.result(judged, own=False)
    assert (before.points("plan"), before.points("price"), before.total) == (35, None, None)
    assert before.score("price").of == 40
    progress.score_price(PRICED.leaves[1], [progress.vendor])
    assert progress.result(judged, own=False).points_in_all == 75


def test_who_is_out_has_a_total_once_all_of_it_is_known_and_never_half_of_one():
    vendors = {"A": {"plan": [9], "total": 10}, "B": {"plan": [50], "total": 10}}
    text_ = f"criteria: [{{id: plan, points: 60}}, {price(40)}]\neligibility: {{minimums: [%s]}}"
    early = evaluate(sheet(text_ % "{criterion: plan, at_least: 10}"), vendors)
    assert (early.vendor("A").points("plan"), early.vendor("A").total) == (9, None)
    late = evaluate(sheet(text_ % "{at_least: 50}"), vendors)
    assert late.vendor("A").points_in_all == 49


def test_each_evaluator_found_its_own_marks_and_what_all_share():
    criteria = sheet("""
        criteria:
          - {id: technical, criteria: [{id: plan, points: 40}, {id: staff, points: 20}]}
          - {id: record, points: 40, score: {method: marks, by: secretariat}}
    """)
    entry = {"plan": [30, 20], "staff": [10, 12], "record": 7}
    assert own(criteria, entry) == {
        "E1": {"technical": "40", "plan": "30", "staff": "10", "record": "7", None: "47"},
        "E2": {"technical": "32", "plan": "20", "staff": "12", "record": "7", None: "39"},
    }


@pytest.mark.parametrize("shared", ["each", "once"])
def test_with_a_sum_an_evaluator_found_shared_points_once(shared):
    criteria = sheet(f"""
        criteria:
          - {{id: plan, points: 40}}
          - {{id: record, points: 20, score: {{method: marks, by: secretariat}}}}
        panel: {{aggregate: sum, shared: {shared}}}
    """)
    found = own(criteria, {"plan": [30, 20, 10], "record": 7})
    assert {each: points[None] for each, points in found.items()} == {
        "E1": "37",
        "E2": "27",
        "E3": "17",
    }


def test_marks_are_scaled_in_what_an_evaluator_found_and_not_rounded():
    criteria = sheet("""
        criteria: [{id: plan, points: 10, score: {method: marks, to: 3}}]
        panel: {round: {places: 0, mode: half-up}}
    """)
    assert own(criteria, {"plan": [1, 2]})["E1"] == {"plan": "10/3", None: "10/3"}


BONUS = sheet("""
    criteria:
      - id: group
        points: 20
        rescale: {formula: points * raw / of}
        criteria: [{id: plan, points: 16}, {id: staff, points: 24}]
      - {id: bonus, points: 5, requires: {criterion: group, at_least: 50%}}
""")


def test_rescaling_is_each_evaluators_own_and_whether_a_bonus_is_given_the_panels():
    found = own(BONUS, {"plan": [16, 0], "staff": [4, 19], "bonus": [5, 5]})
    assert found["E1"] == {"group": "10", "plan": "16", "staff": "4", "bonus": "0", None: "10"}
    assert found["E2"] == {"group": "9.5", "plan": "0", "staff": "19", "bonus": "0", None: "9.5"}
    found = own(BONUS, {"plan": [16, 4], "staff": [14, 11], "bonus": [5, 3]})
    assert found["E2"] == {"group": "7.5", "plan": "4", "staff": "11", "bonus": "3", None: "10.5"}


def test_with_several_panels_the_sheets_own_decides_and_the_others_points_are_shared():
    """むつ市, https://expydoc.com/doc/10138543/: the staff marked first, the committee ranks."""
    criteria = sheet("""
        panels: {staff: {aggregate: sum}}
        criteria: [{id: demo, points: 10, panel: staff}, {id: plan, points: 20}]
    """)
    found = own(criteria, {"demo": [4, 6, 8], "plan": [11, 13]})
    # The staff's 18 of 30 are 6 of 10 on one sheet.
    assert found == {
        "E1": {"demo": "6", "plan": "11", None: "17"},
        "E2": {"demo": "6", "plan": "13", None: "19"},
    }


def test_where_the_sheets_own_panel_marks_nothing_the_others_are_asked():
    criteria = sheet("""
        panels: {staff: {}}
        criteria: [{id: demo, points: 10, panel: staff}]
    """)
    assert list(own(criteria, {"demo": [4, 6]})) == ["staff1", "staff2"]


def test_what_evaluators_found_is_of_the_criteria_that_count():
    criteria = sheet("criteria: [{id: paper, points: 10}, {id: interview, points: 10}]")
    entry = {"paper": {"E1": 5, "E2": 6}, "interview": {"E2": 3, "E3": 4}}
    counted = criteria.criteria[1:]
    assert own(criteria, entry, counted) == {
        "E2": {"interview": "3", None: "3"},
        "E3": {"interview": "4", None: "4"},
    }


def test_the_own_ranks_of_the_committee_hold_the_points_of_the_staff():
    criteria = sheet("""
        panels: {staff: {}}
        criteria: [{id: demo, points: 20, panel: staff}, {id: plan, points: 10}]
        ranking: {by: rank-sum}
    """)
    vendors = {
        "A": {"demo": [20, 10], "plan": [5, 9]},  # 15 + 5 and 15 + 9
        "B": {"demo": [10, 10], "plan": [9, 10]},  # 10 + 9 and 10 + 10
    }
    result = evaluate(criteria, vendors)
    assert [each.compared for each in result.ranked] == [2, 4]
    assert result.award.winners == ("A",)
    assert set(result.vendor("A").own) == {"E1", "E2"}


@pytest.mark.parametrize("aggregate", ["mean", "sum"])
def test_the_best_is_that_of_one_sheet_where_an_evaluators_own_is_scaled_to_it(aggregate):
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60, rescale: {{formula: points * raw / best}}}}]
        panel: {{aggregate: {aggregate}}}
        ranking: {{by: rank-sum}}
    """)
    result = evaluate(criteria, {"A": {"plan": [40, 60]}, "B": {"plan": [20, 30]}})
    own_points = {each: points[None].value for each, points in result.vendor("B").own.items()}
    assert own_points == {"E1": 24, "E2": 36}  # 60 × 20/50 and 60 × 30/50: A has 50 on average


def test_nobody_is_asked_where_no_rule_asks():
    assert evaluate(PRICED, {"A": {"plan": [1], "total": 1}}).vendor("A").own == {}


def test_what_the_panel_agreed_on_keeps_the_evaluators_own_marks_beside_it():
    """合議, https://expydoc.com/doc/9506391/: one agreed score; the members' own are only kept."""
    criteria = sheet("criteria: [{id: plan, points: 10}]\npanel: {aggregate: consensus}")
    score = (
        evaluate(criteria, {"A": {"plan": {"合議": 7, "E1": 6, "E2": 9, "E3": None}}})
        .vendor("A")
        .score("plan")
    )
    assert (score.points, [mark.evaluator for mark in score.marks]) == (7, ["合議"])
    assert [(mark.evaluator, mark.value) for mark in score.originals] == [("E1", 6), ("E2", 9)]
    assert [(mark.evaluator, mark.value) for mark in score.blanks] == [("E3", None)]
    averaged = evaluate(sheet("criteria: [{id: plan, points: 10}]"), {"A": {"plan": [6, 9]}})
    assert averaged.vendor("A").score("plan").originals == ()


def test_all_who_were_counted_are_named_whatever_their_panel():
    criteria = sheet("""
        panels: {staff: {}}
        criteria: [{id: demo, points: 10, panel: staff}, {id: plan, points: 10}]
    """)
    vendors = {"A": {"demo": {"S2": 1, "S1": 1}, "plan": {"E1": 2}}, "B": {"status": "invalid"}}
    result = evaluate(criteria, vendors, evaluators=["E1", "S1", "X"], absent=["X"])
    assert result.vendor("A").evaluators == ("E1", "S1", "S2")
    assert result.vendor("B").evaluators == ()


NEGATIVE = """
    criteria:
      - id: group
        points: 10
        rescale: {formula: raw - 4}
        criteria: [{id: plan, points: 10, score: {method: marks%s}}]
"""


@pytest.mark.parametrize(("lowest", "faults"), [("", ["points-out-of-range"]), (", from: -5", [])])
def test_a_rescaled_group_is_below_zero_only_where_its_marks_may_be(lowest, faults):
    result, problems = attempt(sheet(NEGATIVE % lowest), {"A": {"plan": [3]}})
    assert codes(problems) == faults
    if result is not None:
        assert result.vendor("A").points("group") == -1


def test_a_weight_that_gives_more_than_the_points_is_an_error_at_the_mark():
    progress = started(
        sheet("criteria: [{id: plan, points: 10, rescale: {formula: raw * 2}}]"), {"plan": [6]}
    )
    progress.check_groups(progress.context.sheet.criteria)
    (found,) = progress.context.problems
    assert (found.code, found.where.cell, found.details["points"]) == (
        "points-out-of-range",
        "D2",
        "12",
    )


def test_vetoes_that_stand_are_noted_by_criterion():
    criteria = sheet("""
        criteria:
          - {id: a, points: 5, score: {method: marks, veto: {mark: 0, votes: any}}}
          - {id: b, points: 5, score: {method: marks, veto: {mark: 0, votes: all}}}
    """)
    progress = started(criteria, {"a": [0, 1, 0], "b": [0, 0, 1]})
    assert progress.vetoes == {"a": ("E1", "E3")}


def test_equal_totals_at_the_cut_of_trimming_are_reported():
    criteria = sheet("""
        panels: {staff: {aggregate: trimmed-mean, over: totals}}
        criteria:
          - {id: a, points: 10, panel: staff}
          - {id: b, points: 10, panel: staff}
    """)
    same = started(criteria, {"a": [1, 1, 3], "b": [1, 1, 3]})
    assert codes(same.context.problems) == []  # which of the first two is dropped changes nothing
    other = started(criteria, {"a": [1, 2, 2, 3], "b": [2, 1, 2, 3]})
    assert codes(other.context.problems) == ["trim-among-equals"]
    (found,) = other.context.problems
    assert str(found.details["who"]) == "staff1, staff2"


def test_points_that_count_for_every_evaluator_show_those_that_are_given_once():
    progress = started(
        sheet("""
            criteria: [{id: plan, points: 9}, {id: record, points: 5, score: {method: marks, by: secretariat}}]
            panel: {aggregate: sum}
        """),
        {"plan": [1, 2, 3], "record": 4},
    )
    derivation = progress.leaves["record"].derivation
    assert derivation.formula.text == "evaluators * once"
    assert [each.value for each in derivation.inputs] == [Fraction(3), Fraction(4)]


OVERRIDDEN = sheet("""
    criteria:
      - {id: plan, points: 10}
      - {id: staff, points: 10, score: {method: marks, from: -3, veto: {mark: "-3", otherwise: "-2"}}}
    panel: {aggregate: mean, consensus: overrides}
""")


def test_an_agreed_mark_overrides_the_mean_only_where_it_is_given():
    """By hand: A has 8 agreed beside (5 + 6) / 2, and (4 + 6) / 2 = 5; together 13."""
    vendors = {"A": {"plan": {"合議": 8, "E1": 5, "E2": 6}, "staff": {"E1": 4, "E2": 6}}}
    each = evaluate(OVERRIDDEN, vendors).vendor("A")
    assert each.points_in_all == 13
    plan, staff = each.score("plan"), each.score("staff")
    assert (plan.points, plan.before.value, plan.agreed) == (8, 5.5, True)
    assert (staff.points, staff.before, staff.agreed, staff.originals) == (5, None, False, ())


def test_a_blank_of_an_agreed_mark_stays_beside_the_own_marks_that_count():
    marks = {"plan": {"合議": None, "E1": 5, "E2": 6}, "staff": [4, 6]}
    each = evaluate(OVERRIDDEN, {"A": marks}).vendor("A")
    plan, staff = each.score("plan"), each.score("staff")
    assert (plan.points, plan.agreed, plan.originals) == (5.5, False, ())
    assert [(mark.evaluator, mark.value) for mark in plan.blanks] == [("合議", None)]
    assert staff.blanks == ()


def test_own_marks_beside_an_agreed_one_are_told_as_they_would_have_counted():
    """A veto of one of two does not stand: −3 would have counted as −2, so (−2 + 6) / 2 = 2."""
    marks = {"plan": [5, 6], "staff": {"合議": 4, "E1": -3, "E2": 6}}
    score = evaluate(OVERRIDDEN, {"A": marks}).vendor("A").score("staff")
    assert (score.points, score.before.value) == (4, 2)
    assert [(mark.value, mark.given) for mark in score.originals] == [(-2, -3), (6, None)]


def test_an_agreed_veto_excludes_as_everybody_s():
    marks = {"plan": [5, 6], "staff": {"合議": -3, "E1": 6, "E2": 6}}
    each = evaluate(OVERRIDDEN, {"A": marks, "B": {"plan": [1, 1], "staff": [1, 1]}}).vendor("A")
    assert [out.rule for out in each.exclusions] == ["veto"]
