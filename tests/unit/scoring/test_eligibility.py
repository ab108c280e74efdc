import pytest

from support.values import evaluate, out, points, price, ranks, sheet, totals


def reasons(result, vendor):
    return [str(each.reason) for each in result.vendor(vendor).exclusions]


def with_minimums(*minimums, more=""):
    return sheet(f"""
        criteria:
          - id: technical
            criteria: [{{id: plan, points: 40}}, {{id: staff, points: 20}}]
          - {price(40)}
        eligibility: {{minimums: [{", ".join(minimums)}]}}
        {more}
    """)


@pytest.mark.parametrize(
    ("status", "word"),
    [("withdrawn", "withdrew"), ("disqualified", "disqualified"), ("invalid", "invalid bid")],
)
def test_who_is_out_by_status_is_out_with_the_reason_that_was_given(status, word):
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    result = evaluate(criteria, {"A": {"plan": [1]}, "B": {"status": status, "reason": "都合"}})
    assert result.vendor("B").status == status
    assert out(result) == {"B": ["status"]}
    assert word in reasons(result, "B")[0]
    assert "都合" in reasons(result, "B")[0]
    assert ranks(result) == {"A": "1"}


@pytest.mark.parametrize(
    ("minimum", "just"),
    [
        ("{criterion: technical, at_least: 60%}", {"plan": [36], "staff": [0]}),
        ("{criterion: plan, at_least: 24}", {"plan": [24], "staff": [0]}),
        ("{excluding: price, at_least: 60%}", {"plan": [16], "staff": [20]}),
        ("{excluding: staff, at_least: 80%}", {"plan": [24], "staff": [0]}),  # 24 + 40 of 80
        ("{at_least: 60%}", {"plan": [20], "staff": [0]}),  # 20 + 40 of 100
    ],
)
def test_reaching_a_minimum_exactly_passes_and_anything_less_is_out(minimum, just):
    below = {**just, "plan": [just["plan"][0] - 0.5]}
    vendors = {"A": {**just, "total": 100}, "B": {**below, "total": 100}}
    assert out(evaluate(with_minimums(minimum), vendors)) == {"B": ["minimum"]}


def test_each_part_of_a_group_has_to_reach_the_minimum_on_its_own():
    vendors = {
        "A": {"plan": [12], "staff": [6], "total": 1},
        "B": {"plan": [40], "staff": [5], "total": 1},
        "C": {"plan": [11], "staff": [5], "total": 1},
    }
    result = evaluate(with_minimums("{each_of: technical, at_least: 30%}"), vendors)
    assert out(result) == {"B": ["minimum"], "C": ["minimum", "minimum"]}
    assert reasons(result, "B") == ["staff: 5 of 20 points, at least 6 (30%) needed"]


def test_a_minimum_without_price_is_judged_before_the_price_so_that_who_is_out_sets_no_lowest():
    result = evaluate(
        with_minimums("{excluding: price, at_least: 60%}"),
        {
            "A": {"plan": [20], "staff": [10], "total": 10},
            "B": {"plan": [30], "staff": [20], "total": 20},
        },
    )
    assert points(result, "price") == {"A": None, "B": "40"}
    assert points(result, "technical") == {"A": "30", "B": "50"}


def test_a_minimum_on_the_total_is_judged_after_the_price_points_of_all_who_were_left():
    result = evaluate(
        with_minimums("{at_least: 60%}"),
        {
            "A": {"plan": [10], "staff": [0], "total": 10},
            "B": {"plan": [30], "staff": [20], "total": 20},
        },
    )
    assert totals(result) == {"A": "50", "B": "70"}  # B's price: 40 × 10 ÷ 20
    assert out(result) == {"A": ["minimum"]}
    assert ranks(result) == {"B": "1"}


def test_a_minimum_of_the_total_holds_for_the_total_that_is_shown():
    """Totals 60 and 59.9 have the mean 59.95, which the sheet rounds to 60.0: that is reached."""
    criteria = sheet("""
        criteria: [{id: plan, points: 50}, {id: staff, points: 50}]
        panel: {aggregate: mean, over: totals, round: {places: 1, mode: half-up}}
        eligibility: {minimums: [{at_least: 60%}]}
    """)
    result = evaluate(criteria, {"A": {"plan": [30, "29.9"], "staff": [30, 30]}})
    assert totals(result) == {"A": "60"}
    assert out(result) == {}


def test_a_minimum_of_the_total_holds_for_a_median_of_totals():
    """Totals 10, 0 and 10 have the median 10, though the medians of the criteria are 0 and 0."""
    criteria = sheet("""
        criteria: [{id: plan, points: 10}, {id: staff, points: 10}]
        panel: {aggregate: median, over: totals}
        eligibility: {minimums: [{at_least: 10}]}
    """)
    result = evaluate(criteria, {"A": {"plan": [10, 0, 0], "staff": [0, 0, 10]}})
    assert out(result) == {}


def test_with_a_sum_a_share_is_of_the_points_of_all_evaluators():
    criteria = with_minimums("{excluding: price, at_least: 60%}", more="panel: {aggregate: sum}")
    vendors = {
        "A": {"plan": [40, 20], "staff": [12, 0], "total": 1},  # 72 of 120
        "B": {"plan": [40, 20], "staff": [11, 0], "total": 1},
    }
    result = evaluate(criteria, vendors)
    assert out(result) == {"B": ["minimum"]}
    assert "71 of 120" in reasons(result, "B")[0]


def ceilinged(rule):
    return sheet(f"""
        amounts: {{initial: {{}}, total: {{}}}}
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        eligibility: {{ceiling: {rule}}}
    """)


BIDS = {
    "A": {"plan": [60], "total": 100, "initial": 50},
    "B": {"plan": [60], "total": "100.01", "initial": 50},
    "C": {"plan": [60], "total": 80, "initial": 51},
}
CEILINGS = {"total": 100, "initial": 50}


def test_a_bid_above_any_ceiling_is_out_and_one_that_equals_it_is_not():
    result = evaluate(ceilinged("exclude"), BIDS, ceilings=CEILINGS)
    assert out(result) == {"B": ["ceiling"], "C": ["ceiling"]}
    assert reasons(result, "B") == ["total 100.01 is above the ceiling of 100"]
    assert points(result, "plan") == {"A": "60", "B": None, "C": None}
    assert points(result, "price") == {"A": "40", "B": None, "C": None}


def test_a_bid_above_two_ceilings_is_out_for_both():
    vendors = {"A": BIDS["A"], "D": {"plan": [60], "total": 101, "initial": 51}}
    result = evaluate(ceilinged("exclude"), vendors, ceilings=CEILINGS)
    assert out(result) == {"D": ["ceiling", "ceiling"]}


def test_a_ceiling_may_only_flag():
    result = evaluate(ceilinged("flag"), BIDS, ceilings=CEILINGS)
    assert out(result) == {}
    assert [each.rule for each in result.vendor("B").flags] == ["ceiling"]
    assert list(ranks(result)) == ["C", "A", "B"]


def test_a_ceiling_may_be_ignored():
    result = evaluate(ceilinged("ignore"), BIDS, ceilings=CEILINGS)
    assert out(result) == {}
    assert result.vendor("B").flags == ()


def test_every_ceiling_may_have_its_own_rule():
    rule = "{total: flag, initial: exclude}"
    result = evaluate(ceilinged(rule), BIDS, ceilings=CEILINGS)
    assert out(result) == {"C": ["ceiling"]}
    assert [each.rule for each in result.vendor("B").flags] == ["ceiling"]


def checked(score):
    return sheet(f"criteria: [{{id: plan, points: 10}}, {{id: isms, points: 5, score: {score}}}]")


def test_a_failed_check_excludes_and_tells_who_said_no():
    result = evaluate(
        checked("{method: check, votes: majority}"),
        {"A": {"plan": [9, 9, 9], "isms": "○×○"}, "B": {"plan": [9, 9, 9], "isms": "××○"}},
    )
    assert out(result) == {"B": ["check"]}
    assert reasons(result, "B") == ["does not meet “isms” (2 of 3 evaluators: E1, E2)"]
    assert points(result, "isms") == {"A": "5", "B": "0"}


def test_a_failed_check_may_cost_only_its_points():
    result = evaluate(
        checked("{method: check, fail: points}"),
        {"A": {"plan": [9, 9], "isms": "○○"}, "B": {"plan": [9, 9], "isms": "×○"}},
    )
    assert out(result) == {}
    assert totals(result) == {"A": "14", "B": "9"}


def test_a_check_of_the_secretariat_excludes_without_a_vote():
    result = evaluate(
        checked("{method: check, by: secretariat}"),
        {"A": {"plan": [9], "isms": "○"}, "B": {"plan": [9], "isms": "×"}},
    )
    assert reasons(result, "B") == ["does not meet “isms”"]


def test_kyoto_a_negative_total_of_the_functions_is_out_and_so_is_a_veto_that_stands():
    """https://expydoc.com/doc/7512914/ (2): −300 to 910 points; the members' mean is compared."""
    criteria = sheet("""
        criteria:
          - id: functions
            criteria:
              - {id: rest, points: 907, score: {method: marks, from: -297}}
              - id: login
                points: 3
                score: {method: marks, from: -3, veto: {mark: -3, votes: all, otherwise: -2}}
        eligibility: {minimums: [{criterion: functions, at_least: 0}]}
    """)
    vendors = {
        "A": {"rest": [500, 500, 500], "login": [-3, 3, -3]},
        "B": {"rest": [500, 500, 500], "login": [-3, -3, -3]},
        "C": {"rest": [2, 2, 1], "login": [-2, -2, -2]},
        "D": {"rest": [2, 2, 2], "login": [-3, -2, -3]},  # −3 counts as −2: the total is 0
    }
    result = evaluate(criteria, vendors)
    assert out(result) == {"B": ["veto"], "C": ["minimum"]}
    assert points(result, "functions")["D"] == "0"
    assert reasons(result, "B") == ["“login” was marked -3 by E1, E2, E3"]


# --- minimums of single evaluators ---

PARTS = """
    criteria:
      - {id: plan, points: 10}
      - {id: staff, points: 10}
    eligibility: {minimums: [{criterion: plan, at_least: 60%%, evaluators: %s}]}
"""


@pytest.mark.parametrize(
    ("evaluators", "passes"),
    [
        ("any", {"6 6 6 6", "6 6 6 5", "6 6 5 5", "6 5 5 5"}),
        ("majority", {"6 6 6 6", "6 6 6 5"}),  # half is no majority
        ("all", {"6 6 6 6"}),
    ],
)
def test_so_many_evaluators_must_each_give_the_minimum(evaluators, passes):
    """https://expydoc.com/doc/7750129/: 過半数; https://lawinsider.com/ja/clause/優先交渉権者の選定: all."""
    marks = ("6 6 6 6", "6 6 6 5", "6 6 5 5", "6 5 5 5", "5 5 5 5")
    vendors = {each: {"plan": each.split(), "staff": [9] * 4} for each in marks}
    assert set(marks) - set(out(evaluate(sheet(PARTS % evaluators), vendors))) == passes


def test_a_mean_that_is_high_enough_does_not_make_up_for_single_evaluators():
    result = evaluate(sheet(PARTS % "majority"), {"A": {"plan": [10, 10, 5, 5], "staff": [1] * 4}})
    assert points(result, "plan") == {"A": "7.5"}
    assert reasons(result, "A") == [
        "plan: 2 of 4 evaluators gave at least 6 (60%); more than half of them are needed"
    ]


def test_evaluators_may_have_to_give_a_total_which_holds_the_points_that_all_share():
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        eligibility: {{minimums: [{{at_least: 60, evaluators: all}}]}}
    """)
    vendors = {
        "A": {"plan": [40, 50], "total": 200},  # 40 + 20 and 50 + 20
        "B": {"plan": [39, 60], "total": 200},
        "C": {"plan": [20, 20], "total": 100},
    }
    assert out(evaluate(criteria, vendors)) == {"B": ["minimum"]}


def test_with_a_sum_each_evaluator_is_held_to_the_points_of_one_sheet():
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        panel: {aggregate: sum}
        eligibility: {minimums: [{criterion: plan, at_least: 60%, evaluators: all}]}
    """)
    vendors = {"A": {"plan": [6, 6, 6]}, "B": {"plan": [10, 10, 5]}}
    assert out(evaluate(criteria, vendors)) == {"B": ["minimum"]}


def test_of_several_panels_those_are_asked_who_mark_the_criterion():
    criteria = sheet("""
        panels: {staff: {}}
        criteria: [{id: demo, points: 10, panel: staff}, {id: plan, points: 10}]
        eligibility: {minimums: [{criterion: demo, at_least: 60%, evaluators: majority}]}
    """)
    vendors = {
        "A": {"demo": [10, 10, 5, 5, 5], "plan": [8, 8]},  # the mean is 7
        "B": {"demo": [0, 0, 6, 6, 6], "plan": [1, 1]},  # the mean is 3.6
    }
    result = evaluate(criteria, vendors)
    assert out(result) == {"A": ["minimum"]}
    assert "2 of 5 evaluators" in reasons(result, "A")[0]


# --- minimums for some cases only ---


@pytest.mark.parametrize(
    ("others", "excluded"),
    [
        ({}, {"A": ["minimum"]}),
        ({"B": {"status": "withdrawn"}}, {"A": ["minimum"], "B": ["status"]}),
        ({"B": {"status": "invalid"}}, {"A": ["minimum"], "B": ["status"]}),
        ({"B": {"plan": [9]}}, {}),
    ],
)
def test_a_minimum_may_be_for_a_sole_bidder_only(others, excluded):
    """呉市, https://www.city.kure.lg.jp/soshiki/27/hoikuict3.html: at least 60 of 100 for one bidder."""
    criteria = sheet("""
        criteria: [{id: plan, points: 100}]
        eligibility: {minimums: [{at_least: 60, when: [sole-bidder]}]}
    """)
    result = evaluate(criteria, {"A": {"plan": ["59.9"]}, **others})
    assert out(result) == excluded
    assert result.award.none is ("A" in excluded)


def test_who_is_out_for_what_it_offers_was_a_bidder_all_the_same():
    criteria = sheet("""
        criteria: [{id: plan, points: 100}]
        eligibility: {minimums: [{at_least: 60, when: [sole-bidder]}]}
    """)
    vendors = {"A": {"plan": [50], "total": 1}, "B": {"total": 3}}
    assert out(evaluate(criteria, vendors, ceilings={"total": 2})) == {"B": ["ceiling"]}


def test_a_minimum_for_who_is_promoted_excludes_nobody_before():
    criteria = sheet("""
        criteria: [{id: plan, points: 100}]
        eligibility: {minimums: [{at_least: 60, when: [promoted]}]}
    """)
    result = evaluate(criteria, {"A": {"plan": [90]}, "B": {"plan": [50]}})
    assert (out(result), ranks(result)) == ({}, {"A": "1", "B": "2"})
    assert result.award.reserve == ("B",)
    assert out(evaluate(criteria, {"B": {"plan": [50]}})) == {}  # nor a sole bidder


def test_all_reasons_are_kept_and_everything_that_was_computed():
    criteria = sheet(f"""
        criteria:
          - {{id: plan, points: 60}}
          - {{id: isms, score: {{method: check}}}}
          - {price(40)}
        eligibility: {{minimums: [{{criterion: plan, at_least: 60%}}]}}
    """)
    result = evaluate(criteria, {"A": {"plan": [30], "isms": "×", "total": 1}})
    assert out(result) == {"A": ["check", "minimum"]}
    assert points(result, "plan") == {"A": "30"}
    assert result.award.none
