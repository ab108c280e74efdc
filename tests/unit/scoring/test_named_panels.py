"""Several panels in one procedure, each with its own rules (`panels`)."""

from support.values import evaluate, points, sheet, totals


def test_two_panels_aggregate_each_by_its_own_rule():
    """むつ市, https://expydoc.com/doc/10138543/: 14 members of the staff, 10 of the committee."""
    criteria = sheet("""
        panels: {staff: {name: 職員, aggregate: mean, round: {places: 1, mode: half-up}}}
        panel: {name: 選定委員会, aggregate: sum}
        criteria:
          - {id: demo, points: 100, panel: staff}
          - {id: plan, points: 30}
    """)
    marks = {"demo": [70] * 8 + [81] * 6, "plan": [21] * 9 + [30]}
    result = evaluate(criteria, {"A": marks})
    assert points(result, "demo") == {"A": "74.7"}  # 1046 ÷ 14 = 74.714…
    assert points(result, "plan") == {"A": "219"}
    assert result.vendor("A").of == 400  # 100 and 10 × 30
    assert len(result.vendor("A").evaluators) == 24


def test_with_two_sums_each_panel_counts_its_own_evaluators():
    criteria = sheet("""
        panels: {staff: {aggregate: sum}}
        panel: {aggregate: sum}
        criteria: [{id: demo, points: 10, panel: staff}, {id: plan, points: 30}]
    """)
    result = evaluate(criteria, {"A": {"demo": [7] * 14, "plan": [20] * 10}})
    assert (points(result, "demo"), points(result, "plan")) == ({"A": "98"}, {"A": "200"})
    assert result.vendor("A").of == 440  # 14 × 10 and 10 × 30


def test_parts_are_marked_by_the_panel_of_their_group_unless_they_name_another():
    """システム担当 and 業務担当 evaluators, 東村山市, https://expydoc.com/doc/7732592/."""
    criteria = sheet("""
        panels: {system: {}, business: {}}
        criteria:
          - id: technical
            panel: system
            criteria: [{id: network, points: 10}, {id: forms, points: 10, panel: business}]
    """)
    result = evaluate(criteria, {"A": {"network": [6, 8], "forms": [1, 2, 6]}})
    assert (points(result, "network"), points(result, "forms")) == ({"A": "7"}, {"A": "3"})
    assert [mark.evaluator for mark in result.vendor("A").score("forms").marks] == [
        "business1",
        "business2",
        "business3",
    ]


def test_an_evaluator_may_sit_on_two_panels_and_marks_of_another_panel_do_not_count():
    criteria = sheet("""
        panels: {staff: {}}
        criteria: [{id: demo, points: 10, panel: staff}, {id: plan, points: 10}]
    """)
    marks = {"demo": {"E1": 4, "E2": 9}, "plan": {"E1": 6, "E3": 8}}
    result = evaluate(criteria, {"A": marks}, panels={"E1": ["staff", None], "E2": [None]})
    assert (points(result, "demo"), points(result, "plan")) == ({"A": "4"}, {"A": "7"})


def test_trimming_by_totals_drops_evaluators_of_one_panel_only():
    criteria = sheet("""
        panels: {staff: {aggregate: trimmed-mean, over: totals, trim: {highest: 1, lowest: 1}}}
        criteria:
          - {id: screens, points: 10, panel: staff}
          - {id: speed, points: 10, panel: staff}
          - {id: plan, points: 10}
    """)
    marks = {"screens": [1, 5, 9], "speed": [2, 5, 9], "plan": [1, 5, 9]}
    result = evaluate(criteria, {"A": marks})
    assert result.vendor("A").score("screens").left_out == {"staff1", "staff3"}
    assert result.vendor("A").score("plan").left_out == frozenset()
    assert totals(result) == {"A": "15"}


def test_one_panel_may_agree_while_the_other_is_averaged():
    criteria = sheet("""
        panels: {staff: {aggregate: consensus}}
        criteria: [{id: demo, points: 10, panel: staff}, {id: plan, points: 10}]
    """)
    assert totals(evaluate(criteria, {"A": {"demo": 8, "plan": [4, 6]}})) == {"A": "13"}
