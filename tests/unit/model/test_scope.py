import pytest

from procscore.model.scope import provisional, technical_only, up_to
from support.values import attempt, evaluate, out, points, price, ranks, sheet, told, totals

TWO_ENVELOPES = f"""
    quantities: {{users: {{}}, deployments: {{}}}}
    criteria:
      - id: technical
        points: 65
        criteria:
          - {{id: plan, points: 40}}
          - {{id: record, points: 20, score: {{method: formula, formula: "min(points, users)"}}}}
          - {{id: cheap, points: 5, score: {{method: formula, formula: "if(total < 9, points, 0)"}}}}
      - {price(35)}
    eligibility:
      abnormally_low: {{rule: below-mean}}
      minimums:
        - {{criterion: plan, at_least: 50%}}
        - {{criterion: technical, at_least: 50%}}
        - {{excluding: price, at_least: 50%}}
        - {{at_least: 60%}}
    ranking:
      by: formula
      formula: technical / total
      round: {{places: 2, mode: down}}
      at_least: 1 / ceiling
      best: lowest
      ties: [{{higher: plan}}, {{lower: users}}, {{lower: total}}, lot]
"""


def about(criteria):
    """Return what the minimums of a sheet are about."""
    return [
        minimum.criterion or minimum.each_of or minimum.excluding or "total"
        for minimum in criteria.eligibility.minimums
    ]


def scored(part, vendors):
    """Return the evaluation by a part; the checks are for the whole sheet."""
    result, problems = attempt(part, vendors)
    assert result is not None, told(problems)
    return result


def tie_names(ranking):
    return [step.name or step.rule for step in ranking.ties]


# --- before the prices are opened ---


def test_while_prices_are_sealed_only_what_needs_none_is_left():
    part = technical_only(sheet(TWO_ENVELOPES))
    assert part.prices == "sealed"
    assert [leaf.id for leaf in part.leaves] == ["plan", "record"]
    assert part.set_aside == {"cheap", "price"}


def test_the_points_of_the_part_are_those_of_what_is_left():
    whole = sheet(TWO_ENVELOPES)
    part = technical_only(whole)
    assert (whole.points, part.points) == (100, 60)
    assert (whole.by_id["technical"].worth, part.by_id["technical"].worth) == (65, 60)
    assert sum(criterion.worth for criterion in part.criteria) == part.points


def test_minimums_that_need_a_price_are_left_to_the_whole_evaluation():
    whole = sheet(TWO_ENVELOPES)
    assert about(whole) == ["plan", "technical", "price", "total"]
    assert about(technical_only(whole)) == ["plan"]  # the group holds a criterion by price


def test_it_is_ranked_by_points_and_a_tie_that_needs_a_price_stays_one():
    ranking = technical_only(sheet(TWO_ENVELOPES)).ranking
    assert (ranking.by, ranking.formula, ranking.round) == ("points", None, None)
    assert (ranking.at_least, ranking.best) == (None, "highest")
    # Nothing after the step by price may be asked either: the lot would decide in its place.
    assert tie_names(ranking) == ["plan", "users"]


def test_a_lot_that_asks_for_equal_prices_waits_for_them():
    part = technical_only(
        sheet(f"""
            criteria: [{{id: plan, points: 60}}, {price(40)}]
            ranking: {{ties: [{{higher: plan}}, {{lot: {{if_equal: [total]}}}}, committee]}}
        """)
    )
    assert tie_names(part.ranking) == ["plan"]


def test_no_price_is_tested_for_being_low():
    assert technical_only(sheet(TWO_ENVELOPES)).eligibility.abnormally_low is None


def test_nothing_that_the_whole_sheet_had_computed_is_taken_over():
    whole = sheet(TWO_ENVELOPES)
    assert len(whole.leaves) == 4
    assert len(whole.by_id) == 5
    assert list(whole.marking_panels) == [None]
    assert whole.by_id["technical"].worth == 65
    assert len(whole.by_id["technical"].ids) == 4
    part = technical_only(whole)
    assert [leaf.id for leaf in part.leaves] == ["plan", "record"]
    assert list(part.by_id) == ["technical", "plan", "record"]
    assert part.by_id["technical"].ids == {"technical", "plan", "record"}
    assert part.price_leaves == ()


def test_the_whole_sheet_stays_as_it_is():
    whole = sheet(TWO_ENVELOPES)
    technical_only(whole)
    assert whole == sheet(TWO_ENVELOPES)
    assert (whole.prices, whole.set_aside) == ("open", frozenset())


def test_an_unnamed_ceiling_still_speaks_of_the_amount_that_is_scored():
    whole = sheet(
        f"{{amounts: {{initial: {{}}, total: {{}}}}, criteria: [{{id: plan, points: 1}}, {price(40)}]}}"
    )
    assert technical_only(whole).main_amount == whole.main_amount == "total"


def test_who_is_scored_without_prices_has_the_points_that_it_keeps():
    whole = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {{id: demo, points: 10}}, {price(40)}]
        eligibility: {{minimums: [{{criterion: plan, at_least: 60%}}, {{at_least: 60%}}]}}
    """)
    marks = {
        "A": {"plan": [50, 51], "demo": [5, 5]},
        "B": {"plan": [60, 60], "demo": [9, 8]},
        "C": {"plan": [35, 36], "demo": [10, 10]},
    }
    before = scored(technical_only(whole), marks)
    assert totals(before) == {"A": "55.5", "B": "68.5", "C": "45.5"}
    assert (out(before), ranks(before)) == ({"C": ["minimum"]}, {"B": "1", "A": "2"})
    assert before.vendor("A").of == 70
    assert before.award.none
    assert "not opened" in str(before.provisional)
    priced = {each: {**marks[each], "total": 100} for each in marks}
    after = evaluate(whole, priced)
    for criterion in ("plan", "demo"):
        assert points(before, criterion) == points(after, criterion)
    assert after.award.winners == ("B",)


def test_a_group_that_mixes_in_the_price_is_not_mixed_yet():
    """70:30, https://lawinsider.com/ja/clause/総合評価の方法: there is nothing to mix."""
    whole = sheet("""
        criteria:
          - id: mix
            points: 100
            rescale: {formula: "round(70% * technical, 2) + round(30% * fee, 2)"}
            criteria:
              - {id: technical, points: 100}
              - {id: fee, points: 100, score: {method: price, amount: total, formula: lowest-ratio}}
    """)
    result = scored(technical_only(whole), {"A": {"technical": [81]}})
    assert points(result, "technical") == {"A": "81"}


def test_a_floor_under_a_group_holds_for_what_is_left_of_it():
    """https://expydoc.com/doc/10315547/: below 0 counts as 0."""
    whole = sheet(f"""
        criteria:
          - id: all
            points: 50
            rescale: {{formula: "max(0, raw)"}}
            criteria: [{{id: functions, points: 10, score: {{method: marks, from: -30}}}}, {price(40)}]
    """)
    assert totals(scored(technical_only(whole), {"A": {"functions": [-3]}})) == {"A": "0"}


def test_a_bonus_for_who_reaches_enough_price_points_waits_for_the_price():
    whole = sheet(f"""
        criteria:
          - {{id: plan, points: 50}}
          - {{id: bonus, points: 10, requires: {{criterion: price, at_least: 50%}}}}
          - {price(40)}
    """)
    part = technical_only(whole)
    assert [leaf.id for leaf in part.leaves] == ["plan"]
    assert totals(scored(part, {"A": {"plan": [40], "bonus": [10]}})) == {"A": "40"}


# --- up to a stage ---

STAGES = f"""
    criteria:
      - {{id: paper, points: 300}}
      - {{id: interview, points: 500}}
      - {price(200)}
    stages:
      - id: first
        name: 一次審査
        criteria: [paper]
        gate: {{top: 3, minimums: [{{criterion: paper, at_least: 60%}}]}}
        ranking: {{ties: [{{higher: paper}}, lot]}}
      - id: second
        name: 二次審査
        criteria: [interview]
        gate: {{top: 1}}
      - {{id: third, name: 価格, criteria: [price]}}
    eligibility: {{minimums: [{{criterion: interview, at_least: 50%}}, {{at_least: 60%}}]}}
    ranking: {{ties: [{{higher: interview}}, {{lower: total}}, lot]}}
"""


def test_up_to_a_stage_there_is_nothing_of_later_ones():
    part = up_to(sheet(STAGES), "second")
    assert [leaf.id for leaf in part.leaves] == ["paper", "interview"]
    assert [stage.id for stage in part.stages] == ["first", "second"]
    assert part.points == 800
    assert part.set_aside == {"price"}
    assert about(part) == ["interview"]


def test_prices_may_be_there_before_the_stage_that_scores_them_and_must_be_there_in_it():
    whole = sheet(STAGES)
    assert [up_to(whole, each).prices for each in ("first", "second", "third")] == [
        "optional",
        "optional",
        "open",
    ]


@pytest.mark.parametrize(
    "ranking",
    [
        "ties: [{lower: total}, lot]",
        "ties: [{lot: {rule: drawn, if_equal: [total]}}, committee]",
        "by: formula, formula: paper / total, ties: [lot]",
        "at_least: 100 / ceiling, ties: [lot]",
    ],
)
def test_a_stage_that_ranks_by_a_price_needs_it(ranking):
    text = STAGES.replace("ties: [{higher: paper}, lot]", ranking)
    part = up_to(sheet(text), "first")
    assert part.prices == "open"
    assert part.stages[0].ranking == sheet(text).stages[0].ranking


def test_ties_of_a_stage_and_of_the_sheet_name_only_what_is_known_then():
    part = up_to(sheet(STAGES), "first")
    assert tie_names(part.stages[0].ranking) == ["paper", "lot"]
    assert tie_names(part.ranking) == ["lot"]
    assert tie_names(up_to(sheet(STAGES), "third").ranking) == ["interview", "total", "lot"]


def test_a_stage_that_does_not_exist_is_no_part():
    with pytest.raises(KeyError):
        up_to(sheet(STAGES), "fourth")


def test_nobody_is_chosen_until_the_last_stage_is_done():
    whole = sheet(STAGES)
    assert "later stage" in str(provisional(up_to(whole, "second")))
    assert provisional(up_to(whole, "third")) is None
    assert provisional(whole) is None
    assert "not opened" in str(provisional(technical_only(whole)))


@pytest.mark.parametrize(
    "minimum",
    ["{at_least: 420}", "{excluding: manners, at_least: 420}", "{each_of: all, at_least: 420}"],
)
def test_the_minimum_of_a_gate_is_about_the_stage_and_holds_on_its_own(minimum):
    """https://expydoc.com/doc/9744567/: a mean of 420 to be invited to the interview."""
    whole = sheet(f"""
        criteria:
          - {{id: all, criteria: [{{id: paper, points: 600}}]}}
          - {{id: manners, score: {{method: check, by: secretariat}}}}
          - {{id: interview, points: 400}}
        stages:
          - {{id: first, name: 一次, criteria: [all, manners], gate: {{minimums: [{minimum}]}}}}
          - {{id: second, name: 二次, criteria: [interview]}}
    """)
    marks = {
        "A": {"paper": [419, 421], "manners": "○"},
        "B": {"paper": [419, "420.9"], "manners": "○"},
    }
    result = scored(up_to(whole, "first"), marks)
    assert out(result) == {"B": ["minimum"]}
    assert [stage.passed for stage in result.stages] == [("A",)]


def test_a_gate_after_carried_points_holds_on_its_own_as_well():
    whole = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}, {id: c, points: 10}]
        stages:
          - {id: first, name: 一次, criteria: [a], gate: {top: 2}}
          - {id: second, name: 二次, criteria: [b], gate: {minimums: [{at_least: 12}]}}
          - {id: third, name: 三次, criteria: [c]}
    """)
    result = scored(up_to(whole, "second"), {"A": {"a": [9], "b": [3]}, "B": {"a": [9], "b": [2]}})
    assert out(result) == {"B": ["minimum"]}


def test_the_minimum_of_a_gate_over_carried_prices_waits_for_them():
    part = technical_only(
        sheet(f"""
            criteria: [{{id: paper, points: 60}}, {price(40)}, {{id: interview, points: 50}}, {{id: talk, points: 9}}]
            stages:
              - {{id: first, name: 一次, criteria: [paper, price], gate: {{top: 2}}}}
              - id: second
                name: 二次
                criteria: [interview]
                gate: {{minimums: [{{at_least: 90}}, {{criterion: interview, at_least: 20}}]}}
              - {{id: third, name: 三次, criteria: [talk]}}
        """)
    )
    assert [str(each.at_least) for each in part.stages[1].gate.minimums] == ["20"]


def test_up_to_a_stage_and_before_its_prices_are_opened():
    whole = sheet(f"""
        criteria: [{{id: paper, points: 60}}, {price(40)}, {{id: interview, points: 50}}]
        stages:
          - {{id: first, name: 一次, criteria: [paper, price], gate: {{top: 2}}}}
          - {{id: second, name: 二次, criteria: [interview]}}
    """)
    part = technical_only(up_to(whole, "first"))
    assert [leaf.id for leaf in part.leaves] == ["paper"]
    assert part.stages[0].criteria == ("paper",)
    # The workbook may hold all of the procedure already; nothing of it is unknown.
    assert part.set_aside == {"price", "interview"}


def test_a_stage_of_nothing_but_prices_is_not_held_while_they_are_sealed():
    part = technical_only(sheet(STAGES))
    assert [stage.id for stage in part.stages] == ["first", "second"]
    assert tie_names(part.stages[0].ranking) == ["paper", "lot"]
