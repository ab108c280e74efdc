from support.values import evaluate, points, price, sheet, totals

# Evaluators' totals: 10, 10, 11. The criteria's medians are 5 and 5, their means 16/3 and 5.
MARKS = {"plan": [10, 5, 1], "staff": [0, 5, 10]}


def grouped(rules, more=""):
    return sheet(f"""
        criteria:
          - id: technical
            criteria:
              - {{id: plan, points: 10}}
              - {{id: staff, points: 10}}
          {more}
        panel: {rules}
    """)


def test_a_group_is_the_sum_of_its_parts_and_shows_them():
    technical = evaluate(grouped("{}"), {"A": MARKS}).vendor("A").score("technical")
    assert technical.points == sum(part.points for part in technical.parts)
    assert technical.derivation.formula.text == "sum(parts)"
    assert technical.of == 20


def test_a_mean_of_totals_is_rounded_once_and_not_criterion_by_criterion():
    # The mean of 10, 10 and 11 is 31/3 = 10.33…; 16/3 and 5 rounded up one by one would make 11.
    rules = "{over: totals, round: {places: 1, mode: up}}"
    result = evaluate(grouped(rules), {"A": MARKS})
    assert points(result, "technical")["A"] == "10.4"
    assert points(result, "plan")["A"] == "16/3"
    assert not result.vendor("A").score("technical").adds_up


def test_over_criteria_every_criterion_is_rounded_before_they_are_added():
    rules = "{over: criteria, round: {places: 1, mode: up}}"
    result = evaluate(grouped(rules), {"A": MARKS})
    assert points(result, "plan")["A"] == "5.4"
    assert points(result, "technical")["A"] == "10.4"  # 5.4 + 5
    assert result.vendor("A").score("technical").adds_up


def test_a_median_of_totals_is_no_sum_of_medians_and_says_so():
    # The median of 10, 10 and 11 is 10; the medians of the criteria are 5 and 5.
    result = evaluate(grouped("{aggregate: median, over: totals}"), {"A": MARKS})
    assert points(result, "technical")["A"] == "10"
    marks = {"plan": [10, 0, 0], "staff": [0, 0, 10]}  # totals 10, 0, 10; medians 0 and 0
    result = evaluate(grouped("{aggregate: median, over: totals}"), {"A": marks})
    assert points(result, "technical")["A"] == "10"
    assert totals(result)["A"] == "10"
    assert not result.vendor("A").score("technical").adds_up


def test_a_median_of_totals_that_happens_to_be_the_sum_adds_up():
    result = evaluate(grouped("{aggregate: median, over: totals}"), {"A": MARKS})
    assert result.vendor("A").score("technical").adds_up


def test_what_the_panel_does_not_mark_is_added_to_the_panels_total():
    more = f"""
              - {{id: isms, points: 5, score: {{method: check, by: secretariat}}}}
          - {price(40)}"""
    rules = "{over: totals, round: {places: 0, mode: half-up}}"
    entry = {**MARKS, "isms": "○", "total": 100}
    result = evaluate(grouped(rules, more), {"A": entry})
    assert points(result, "technical")["A"] == "15"  # 31/3 → 10, and 5
    assert totals(result)["A"] == "55"


def test_the_panels_total_stands_at_the_smallest_group_that_holds_all_it_marks():
    criteria = sheet("""
        criteria:
          - id: technical
            criteria:
              - {id: proposal, criteria: [{id: plan, points: 10}, {id: staff, points: 10}]}
              - {id: record, points: 5, score: {method: marks, by: secretariat}}
        panel: {over: totals, round: {places: 0, mode: down}}
    """)
    result = evaluate(criteria, {"A": {**MARKS, "record": 4}})
    assert points(result, "proposal")["A"] == "10"
    assert points(result, "technical")["A"] == "14"
    assert result.vendor("A").score("technical").adds_up


def test_without_such_a_group_the_panels_total_is_in_the_total():
    flat = sheet(f"""
        criteria: [{{id: plan, points: 10}}, {{id: staff, points: 10}}, {price(40)}]
        panel: {{aggregate: median, over: totals}}
    """)
    marks = {"plan": [10, 0, 0], "staff": [0, 0, 10]}
    assert totals(evaluate(flat, {"A": {**marks, "total": 100}})) == {"A": "50"}


def test_a_trimmed_mean_of_totals_can_be_rounded_as_a_whole():
    # Totals 10, 10, 11, 20: without 10 and 20 the mean is 10.5.
    rules = "{aggregate: trimmed-mean, over: totals, round: {places: 0, mode: half-up}}"
    marks = {"plan": [10, 5, 1, 10], "staff": [0, 5, 10, 10]}
    assert totals(evaluate(grouped(rules), {"A": marks})) == {"A": "11"}


def test_a_group_with_a_part_that_is_not_scored_has_no_points():
    more = f"- {{id: offer, criteria: [{{id: reference, points: 5}}, {price(40)}]}}"
    criteria = grouped(
        "{}",
        f"{more}\n        eligibility: {{minimums: [{{criterion: technical, at_least: 100%}}]}}",
    )
    result = evaluate(criteria, {"A": {**MARKS, "reference": [5, 5, 5], "total": 100}})
    assert points(result, "reference")["A"] == "5"
    assert points(result, "offer")["A"] is None
    assert totals(result)["A"] is None


def test_only_a_median_or_a_rounding_over_totals_needs_a_total_of_its_own():
    rounding = "round: {places: 0, mode: down}"
    assert grouped("{aggregate: median, over: totals}").totals_decide(None)
    assert grouped(f"{{over: totals, {rounding}}}").totals_decide(None)
    assert not grouped("{over: totals}").totals_decide(None)
    assert not grouped(f"{{aggregate: median, {rounding}}}").totals_decide(None)


def test_checks_are_no_part_of_an_evaluators_total():
    more = "- {id: isms, points: 5, score: {method: check}}"
    assert [leaf.id for leaf in grouped("{}", more).totalled] == ["plan", "staff"]
    result = evaluate(
        grouped("{over: totals, round: {places: 0, mode: down}}", more),
        {"A": {**MARKS, "isms": "○○○"}},
    )
    assert totals(result) == {"A": "15"}


def test_a_rounding_over_totals_is_no_trouble_where_the_panel_marks_nothing():
    criteria = sheet("""
        criteria:
          - id: technical
            criteria: [{id: plan, points: 10, score: {method: marks, by: secretariat}}]
        panel: {over: totals, round: {places: 0, mode: down}}
    """)
    assert totals(evaluate(criteria, {"A": {"plan": 7}})) == {"A": "7"}


# --- panels whose points come from totals ---

TWO_PANELS = """
    panels:
      staff: {aggregate: median, over: totals}
      experts: %s
    criteria:
      - id: use
        panel: staff
        criteria: [{id: screens, points: 10}, {id: speed, points: 10}]
      - id: plan
        panel: experts
        criteria: [{id: idea, points: 10}, {id: people, points: 10}]
"""
# Totals of the staff 10, 0 and 10, of the experts 3, 15 and 16.
SPLIT = {"screens": [10, 0, 0], "speed": [0, 0, 10], "idea": [3, 5, 6], "people": [0, 10, 10]}


def test_a_median_of_totals_of_one_panel_leaves_the_others_as_they_are():
    result = evaluate(sheet(TWO_PANELS % "{aggregate: mean}"), {"A": SPLIT})
    assert points(result, "use") == {"A": "10"}  # of 10, 0, 10; its criteria's medians are 0
    assert points(result, "plan") == {"A": "34/3"}  # 14/3 + 20/3
    assert totals(result) == {"A": "64/3"}
    assert not result.vendor("A").score("use").adds_up
    assert result.vendor("A").score("plan").adds_up


def test_two_panels_whose_totals_decide_stand_each_at_its_own_group():
    rounded = "{over: totals, round: {places: 0, mode: down}}"
    result = evaluate(sheet(TWO_PANELS % rounded), {"A": SPLIT})
    assert points(result, "use") == {"A": "10"}
    assert points(result, "plan") == {"A": "11"}  # 34 ÷ 3, cut down
    assert totals(result) == {"A": "21"}
    assert result.vendor("A").adds_up


def test_two_panels_in_one_group_give_their_totals_together():
    criteria = sheet("""
        panels: {staff: {aggregate: median, over: totals}}
        panel: {aggregate: median, over: totals}
        criteria:
          - {id: screens, points: 10, panel: staff}
          - {id: speed, points: 10, panel: staff}
          - {id: idea, points: 10}
          - {id: record, points: 5, score: {method: marks, by: secretariat}}
    """)
    marks = {"screens": [10, 0, 0], "speed": [0, 0, 10], "idea": [3, 5, 6], "record": 4}
    result = evaluate(criteria, {"A": marks})
    assert totals(result) == {"A": "19"}  # 10 + 5 + 4
    assert result.vendor("A").total.formula.text == "panel + panel2 + sum(others)"


def test_a_panel_further_down_keeps_its_total_where_another_reaches_beyond_it():
    criteria = sheet("""
        panels:
          wide: {aggregate: median, over: totals}
          narrow: {aggregate: median, over: totals}
        criteria:
          - id: use
            criteria:
              - {id: price_view, points: 10, panel: wide}
              - {id: screens, points: 10, panel: narrow}
              - {id: speed, points: 10, panel: narrow}
          - {id: plan, points: 10, panel: wide}
    """)
    marks = {"price_view": [1, 1, 1], "plan": [1, 1, 1], "screens": [10, 0, 0], "speed": [0, 0, 10]}
    result = evaluate(criteria, {"A": marks})
    assert points(result, "use") == {"A": "11"}
    assert totals(result) == {"A": "12"}  # 1 + 1 and the median 10, not the medians 0 and 0


def lists(derivation):
    """Return the values of every list in a history with those that its derivations give."""
    for each in derivation.inputs:
        if each.derivation is not None:
            yield from lists(each.derivation)
        if each.derivations:
            yield each.name, each.value, tuple(one.value for one in each.derivations)
            for one in each.derivations:
                yield from lists(one)


def test_every_value_of_a_list_carries_its_own_history():
    more = "- {id: form, points: 5, score: {method: marks, by: secretariat}}"
    criteria = grouped("{aggregate: median, over: totals}", more)
    vendor = evaluate(criteria, {"A": {**MARKS, "form": 4}}).vendor("A")
    found = list(lists(vendor.total))
    assert {name for name, *_ in found} == {"parts", "totals"}
    assert all(values == derived for _, values, derived in found)


def test_a_history_leads_to_the_very_score_that_the_result_shows():
    criteria = sheet("""
        criteria:
          - id: technical
            criteria:
              - {id: plan, points: 10}
              - {id: staff, points: 10}
          - {id: extra, points: 5, requires: {criterion: technical, at_least: 50%}}
    """)
    vendor = evaluate(criteria, {"A": {**MARKS, "extra": [5, 5, 5]}}).vendor("A")
    (parts,) = vendor.total.inputs
    assert all(
        one is score.derivation for one, score in zip(parts.derivations, vendor.scores, strict=True)
    )
    reached = vendor.score("extra").derivation.inputs[0]
    assert reached.derivation is vendor.score("technical").derivation


def test_the_best_is_found_among_the_vendors_that_are_named():
    criteria = sheet("""
        criteria: [{id: plan, points: 60, rescale: {formula: points * raw / best}}]
    """)
    vendors = {
        "A": {"plan": [40]},
        "B": {"plan": [50]},
        "C": {"plan": [60], "status": "disqualified"},
    }
    score = evaluate(criteria, vendors).vendor("A").score("plan")
    assert score.among == ("A", "B")
    (best,) = [each.derivation for each in score.derivation.inputs if each.name == "best"]
    assert [each.value for each in best.inputs[0].derivations] == [40, 50]
