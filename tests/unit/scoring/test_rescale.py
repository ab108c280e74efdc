"""Points that follow from what was marked by a formula of the sheet (`rescale`)."""

import pytest

from support.values import attempt, codes, evaluate, points, price, ranks, sheet, text, totals


def rescaled(rule, of=20, more="{}"):
    """Return a sheet with a group of two parts, 16 and 8 points, that is worth `of`."""
    return sheet(f"""
        criteria:
          - id: group
            points: {of}
            rescale: {rule}
            criteria: [{{id: plan, points: 16}}, {{id: staff, points: 8}}]
        panel: {more}
    """)


def test_a_raw_of_b_is_brought_to_the_weight_to_four_places():
    """A × X ÷ B, https://expydoc.com/doc/9675465/: 19 of 24 for a weight of 20 are 15.8333."""
    rule = "{formula: points * raw / of, round: {places: 4, mode: half-up}}"
    result = evaluate(rescaled(rule), {"A": {"plan": [12], "staff": [7]}})
    group = result.vendor("A").score("group")
    assert (text(group.points), text(group.of)) == ("15.8333", "20")
    assert text(group.derivation.exact) == "95/6"  # 19 × 20 ÷ 24
    assert [text(part.points) for part in group.parts] == ["12", "7"]
    assert (totals(result), result.vendor("A").of) == ({"A": "15.8333"}, 20)


def test_items_may_be_printed_on_a_base_of_100_for_a_weight_of_60():
    """https://expydoc.com/doc/8028982/: items of 20, 40, 15 and 25 points count for 60."""
    criteria = sheet("""
        criteria:
          - id: quality
            points: 60
            rescale: {formula: points * raw / of}
            criteria:
              - {id: a, points: 20}
              - {id: b, points: 40}
              - {id: c, points: 15}
              - {id: d, points: 25}
    """)
    result = evaluate(criteria, {"A": {"a": [15], "b": [30], "c": [12], "d": [20]}})
    assert totals(result) == {"A": "46.2"}  # 77 × 0.6


def test_a_mean_is_divided_by_the_full_marks_times_the_points_and_then_rounded():
    """伊豆の国市, https://expydoc.com/doc/10301369/: 平均点 ÷ 満点数 × 400, 小数点以下四捨五入."""
    criteria = sheet("""
        criteria:
          - id: proposal
            points: 400
            rescale: {formula: points * raw / of, round: {places: 0, mode: half-up}}
            criteria: [{id: a, points: 60}, {id: b, points: 70}]
    """)
    result = evaluate(criteria, {"A": {"a": [40, 41], "b": [47, 47]}})
    # The mean is 87.5 of 130, × 400 = 269.23; a mean rounded before would give 270.77.
    assert totals(result) == {"A": "269"}


def test_marks_of_one_criterion_can_be_rescaled_as_well():
    rule = "rescale: {formula: points * raw / of - 1, round: {places: 1, mode: down}}"
    criteria = sheet(
        f"criteria: [{{id: plan, points: 20, score: {{method: marks, to: 24}}, {rule}}}]"
    )
    result = evaluate(criteria, {"A": {"plan": [18, 19]}})
    plan = result.vendor("A").score("plan")
    assert text(plan.points) == "14.4"  # 18.5 × 20 ÷ 24 = 15.41666…, less 1
    assert plan.of == 20
    assert [text(mark.value) for mark in plan.marks] == ["18", "19"]


FLOORED = """
    criteria:
      - id: functions
        points: 20
        %s
        criteria:
          - {id: common, points: 10, score: {method: marks, from: -30}}
          - {id: special, points: 10, score: {method: marks, from: -30}}
      - {id: plan, points: 80}
"""


def test_a_negative_sum_counts_as_nothing_and_leaves_the_rest_alone():
    """https://expydoc.com/doc/10315547/: below 0 is 0 and does not affect the other points."""
    vendors = {
        "A": {"common": [-7], "special": [5], "plan": [60]},
        "B": {"common": [-2], "special": [5], "plan": [60]},
    }
    floored = evaluate(sheet(FLOORED % 'rescale: {formula: "max(0, raw)"}'), vendors)
    assert points(floored, "functions") == {"A": "0", "B": "3"}
    assert points(floored, "common") == {"A": "-7", "B": "-2"}
    assert totals(floored) == {"A": "60", "B": "63"}
    plain = evaluate(sheet(FLOORED % "note: as it is"), vendors)
    assert totals(plain) == {"A": "58", "B": "63"}


def test_two_parts_are_mixed_70_to_30_each_to_two_places():
    """https://lawinsider.com/ja/clause/総合評価の方法: each is rounded, then they are added."""
    criteria = sheet("""
        criteria:
          - id: mix
            points: 100
            rescale: {formula: "round(70% * technical, 2) + round(30% * fee, 2)"}
            criteria: [{id: technical, points: 100}, {id: fee, points: 100}]
    """)
    result = evaluate(criteria, {"A": {"technical": ["81.465"], "fee": ["70.15"]}})
    # 57.0255 → 57.03 and 21.045 → 21.05; rounded once, 78.0705 would be 78.07.
    assert totals(result) == {"A": "78.08"}
    assert result.vendor("A").of == 100


def test_the_sum_of_a_part_is_cut_down_and_not_its_criteria():
    """釧路市, https://expydoc.com/doc/9543988/: of each part the mean, 小数点以下切捨て."""
    criteria = sheet("""
        criteria:
          - id: paper
            points: 20
            rescale: {round: {places: 0, mode: down}}
            criteria: [{id: plan, points: 10}, {id: staff, points: 10}]
          - {id: presentation, points: 10, rescale: {round: {places: 0, mode: down}}}
    """)
    marks = {"plan": [7, 7, 8, 8], "staff": [8, 9, 9, 9], "presentation": [9, 10, 10, 10]}
    result = evaluate(criteria, {"A": marks})
    assert points(result, "paper") == {"A": "16"}  # 7.5 + 8.75; criterion by criterion 7 + 8
    assert points(result, "presentation") == {"A": "9"}  # 9.75
    assert totals(result) == {"A": "25"}  # 16.25 + 9.75 together would be 26


WORLD_BANK = f"""
    criteria:
      - id: technical
        points: 60
        rescale: {{formula: points * raw / best}}
        criteria:
          - id: quality
            criteria: [{{id: approach, points: 70}}, {{id: team, points: 30}}]
      - {{id: legal, score: {{method: check, by: secretariat}}}}
      - {price(40)}
    eligibility: {{minimums: [{{criterion: quality, at_least: 60}}]}}
"""
RATED = {
    "A": {"approach": [65], "team": [25], "legal": "○", "total": 100},
    "B": {"approach": [52], "team": [20], "legal": "○", "total": 80},
    "equal": {"approach": [40], "team": [20], "legal": "○", "total": 160},
}


def test_rated_criteria_rescale_the_technical_points_to_the_best_bid():
    """World Bank: Clow/C × X × 100 + T/Thigh × (1 − X) × 100, here with X = 40 %.

    A has T = 90 and C = 100, B has 72 and 80: A 60 + 40 × 80/100 = 92, B 60 × 72/90 + 40 = 88. A
    bid equal to the mark passes: 60 × 60/90 + 40 × 80/160 = 60.
    """
    result = evaluate(sheet(WORLD_BANK), RATED)
    assert points(result, "technical") == {"A": "60", "B": "48", "equal": "40"}
    assert points(result, "price") == {"A": "32", "B": "40", "equal": "20"}
    assert totals(result) == {"A": "92", "B": "88", "equal": "60"}
    assert result.vendor("B").score("technical").derivation.formula.text == "points * raw / best"


@pytest.mark.parametrize(
    "rejected",
    [
        {"approach": [39], "team": [20], "legal": "○", "total": 10},  # below the technical mark
        {"approach": [70], "team": [30], "legal": "×", "total": 10},  # the best, but not admitted
        {"approach": [70], "team": [30], "legal": "○", "total": 10, "status": "withdrawn"},
    ],
)
def test_a_rejected_bid_counts_neither_as_the_best_nor_as_the_lowest(rejected):
    """World Bank: a rejected bid's price never counts as Clow; nor can it be Thigh."""
    result = evaluate(sheet(WORLD_BANK), {**RATED, "C": rejected})
    assert {each: totals(result)[each] for each in RATED} == {"A": "92", "B": "88", "equal": "60"}
    assert list(ranks(result)) == ["A", "B", "equal"]


def test_coefficients_are_brought_to_one_for_the_best_only_where_the_sheet_says_so():
    """Italy, ANAC guideline 2: riparametrazione, here criterion by criterion and of the group."""
    text_ = """
        criteria:
          - id: offer
            points: 70
            %s
            criteria:
              - {id: a, points: 40, rescale: {formula: points * raw / best}}
              - {id: b, points: 30, rescale: {formula: points * raw / best}}
    """
    vendors = {"A": {"a": [20, 30], "b": [10, 20]}, "B": {"a": [20, 20], "b": [20, 20]}}
    once = evaluate(sheet(text_ % "note: not again"), vendors)
    assert points(once, "a") == {"A": "40", "B": "32"}  # of 25 and 20
    assert points(once, "b") == {"A": "22.5", "B": "30"}  # of 15 and 20
    assert totals(once) == {"A": "62.5", "B": "62"}
    # The group is scaled to the best of the sums of what its parts already were scaled to.
    again = evaluate(sheet(text_ % "rescale: {formula: points * raw / best}"), vendors)
    assert totals(again) == {"A": "70", "B": "69.44"}  # 70 × 62 ÷ 62.5


def test_where_the_best_has_nothing_there_is_nothing_to_scale_to():
    criteria = sheet("criteria: [{id: a, points: 40, rescale: {formula: points * raw / best}}]")
    result, problems = attempt(criteria, {"A": {"a": [0]}, "B": {"a": [0]}})
    assert (result, codes(problems)) == (None, ["formula-undefined", "formula-undefined"])


def test_with_a_sum_a_rescaled_group_counts_for_every_evaluator():
    rule = "{formula: points * raw / of}"
    result = evaluate(
        rescaled(rule, more="{aggregate: sum}"), {"A": {"plan": [16, 12, 11], "staff": [8, 6, 4]}}
    )
    group = result.vendor("A").score("group")
    assert (text(group.points), text(group.of)) == ("47.5", "60")  # 57 of 72, × 60
    assert result.vendor("A").of == 60


def test_with_a_sum_a_rescaled_criterion_counts_for_every_evaluator():
    criteria = sheet("""
        criteria: [{id: plan, points: 20, rescale: {formula: "max(points / 2, raw)"}}]
        panel: {aggregate: sum}
    """)
    result = evaluate(criteria, {"A": {"plan": [1, 2, 3]}})
    assert (totals(result), result.vendor("A").of) == ({"A": "30"}, 60)


def test_a_rounded_sum_is_out_of_as_much_as_its_parts_though_some_count_once():
    text_ = """
        criteria:
          - id: group
            points: 15
            %s
            criteria:
              - {id: plan, points: 10}
              - {id: record, points: 5, score: {method: marks, by: secretariat}}
        panel: {aggregate: sum, shared: once}
    """
    for rule in ("note: as it is", "rescale: {round: {places: 0, mode: down}}"):
        result = evaluate(sheet(text_ % rule), {"A": {"plan": [10, 9, 8], "record": 5}})
        assert (totals(result), result.vendor("A").of) == ({"A": "32"}, 35)  # 30 + 5


def test_points_above_those_of_a_rescaled_group_are_an_error():
    rule = "{formula: raw * 20 / 15}"
    assert totals(evaluate(rescaled(rule), {"A": {"plan": [10], "staff": [5]}})) == {"A": "20"}
    result, problems = attempt(rescaled(rule), {"A": {"plan": [10], "staff": [6]}})
    assert (result, codes(problems)) == (None, ["points-out-of-range"])


def test_a_group_that_is_not_scored_is_not_rescaled_to_something():
    criteria = sheet(f"""
        criteria:
          - id: offer
            points: 50
            rescale: {{formula: points * raw / of}}
            criteria: [{{id: plan, points: 60}}, {price(40)}]
          - {{id: legal, score: {{method: check, by: secretariat}}}}
    """)
    result = evaluate(criteria, {"A": {"plan": [60], "legal": "×", "total": 1}})
    assert (points(result, "plan"), points(result, "offer")) == ({"A": "60"}, {"A": None})
    assert result.vendor("A").score("offer").of == 50
