from fractions import Fraction

import pytest

from procscore.model.criteria import CriteriaSheet
from procscore.model.scores import Grades, Marks
from support.values import price, sheet

SHEET = sheet(f"""
    scales:
      five: {{A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}}
      numbers: {{good: 3, fair: 2, bad: -1}}
    criteria:
      - id: technical
        criteria:
          - id: proposal
            score: {{method: grades, scale: five}}
            criteria:
              - {{id: trends, points: 10}}
              - {{id: tco, points: 20, score: {{method: marks, to: 5, step: 1}}}}
          - {{id: demo, points: 30}}
      - {{id: isms, score: {{method: check, by: secretariat}}}}
      - {price(40)}
""")


def leaf(criteria: CriteriaSheet, wanted: str):
    return next(each for each in criteria.leaves if each.id == wanted)


def test_the_leaves_stand_in_the_order_of_the_sheet():
    assert [each.id for each in SHEET.leaves] == ["trends", "tco", "demo", "isms", "price"]


def test_a_leaf_inherits_the_score_of_the_nearest_group():
    assert isinstance(leaf(SHEET, "trends").score, Grades)
    assert isinstance(leaf(SHEET, "tco").score, Marks)


def test_a_leaf_that_nothing_is_said_of_is_marked_from_zero_to_its_points():
    assert leaf(SHEET, "demo").score == Marks()
    assert not leaf(SHEET, "demo").stated
    assert leaf(SHEET, "trends").stated


def test_a_group_without_points_is_worth_the_sum_of_its_parts():
    assert SHEET.by_id["technical"].worth == 60


def test_written_points_of_a_group_are_kept_even_where_they_are_wrong():
    wrong = sheet("criteria: [{id: g, points: 9, criteria: [{id: a, points: 4}]}]")
    assert wrong.by_id["g"].worth == 9


def test_a_mere_check_is_worth_nothing():
    assert leaf(SHEET, "isms").points == 0


def test_who_marks_what():
    assert [each.id for each in SHEET.needs_marks("panel")] == ["trends", "tco", "demo"]
    assert [each.id for each in SHEET.needs_marks("secretariat")] == ["isms"]
    assert leaf(SHEET, "price").marked_by is None


def test_the_path_of_a_leaf_leads_to_it_in_the_file():
    assert leaf(SHEET, "tco").path == ("criteria", 0, "criteria", 0, "criteria", 1)


def test_walking_gives_a_group_before_its_parts():
    assert [criterion.id for _, criterion in SHEET.walk()][:4] == [
        "technical",
        "proposal",
        "trends",
        "tco",
    ]


def test_a_group_knows_the_ids_below_it():
    assert SHEET.by_id["technical"].ids == {"technical", "proposal", "trends", "tco", "demo"}


@pytest.mark.parametrize(
    ("scale", "grade", "share"),
    [
        ("five", "B", Fraction(3, 4)),
        ("numbers", "good", Fraction(1)),
        ("numbers", "fair", Fraction(2, 3)),
        ("numbers", "bad", Fraction(-1, 3)),
    ],
)
def test_a_grade_is_a_share_of_the_points_or_of_the_highest_number(scale, grade, share):
    assert SHEET.grade_value(scale, grade) == share


def test_a_percentage_is_a_share_of_the_points_even_if_no_grade_gives_them_all():
    best_is_80 = sheet("""
        scales: {s: {A: 80%, B: 40%}}
        criteria: [{id: a, points: 10, score: {method: grades, scale: s}}]
    """)
    assert best_is_80.grade_value("s", "A") == Fraction(4, 5)


@pytest.mark.parametrize(
    ("score", "marks", "points"),
    [
        ("{method: marks}", (0, 20), (0, 20)),
        ("{method: marks, from: 1, to: 5}", (1, 5), (0, 20)),
        ("{method: marks, from: -3, to: 6}", (-3, 6), (-10, 20)),
        ("{method: marks, allowed: [5, 4, 3, 1, 0]}", (0, 5), (0, 20)),
        ("{method: grades, scale: s}", (Fraction(-1, 2), 1), (-10, 20)),
        ("{method: check}", (0, 1), (0, 20)),
    ],
)
def test_the_marks_and_the_points_that_are_possible(score, marks, points):
    criteria = sheet(f"""
        scales: {{s: {{A: 100%, B: 0%, C: -50%}}}}
        criteria: [{{id: a, points: 20, score: {score}}}]
    """)
    (only,) = criteria.leaves
    assert criteria.mark_range(only) == marks
    assert criteria.point_range(only) == points


@pytest.mark.parametrize(
    ("amounts", "main"),
    [
        ("{total: {}}", "total"),
        ("{initial: {}, total: {}}", "total"),
        ("{initial: {}, yearly: {}, total: {formula: initial + 5 * yearly}}", "total"),
    ],
)
def test_an_unnamed_ceiling_is_for_the_only_amount_or_the_only_one_that_is_scored(amounts, main):
    assert sheet(f"{{amounts: {amounts}, criteria: [{price(40)}]}}").main_amount == main


def test_with_several_amounts_and_none_or_two_scored_a_ceiling_must_name_its_amount():
    unscored = sheet("{amounts: {a: {}, b: {}}, criteria: [{id: plan, points: 10}]}")
    assert unscored.main_amount is None
    both = sheet("""
        amounts: {build: {}, run: {}}
        criteria:
          - {id: p, points: 70, score: {method: price, amount: build, formula: lowest-ratio}}
          - {id: q, points: 30, score: {method: price, amount: run, formula: lowest-ratio}}
    """)
    assert both.main_amount is None


def test_only_amounts_without_a_formula_are_quoted():
    criteria = sheet("""
        amounts: {initial: {}, yearly: {}, total: {formula: initial + 5 * yearly}}
        quantities: {deployments: {unit: 団体}}
        criteria: [{id: plan, points: 10}]
    """)
    assert criteria.quoted == ("initial", "yearly")
    assert list(criteria.declared) == ["initial", "yearly", "total", "deployments"]


PANELS = sheet(f"""
    panels:
      staff: {{aggregate: median, over: totals}}
      idle: {{over: totals, round: {{places: 0, mode: down}}}}
    criteria:
      - id: first
        panel: staff
        criteria:
          - {{id: demo, points: 10}}
          - {{id: speed, points: 10, panel: idle, score: {{method: check}}}}
      - {{id: plan, points: 20, weight: 4, score: {{method: marks, to: 5}}}}
      - {{id: iso, score: {{method: check}}}}
      - {price(40)}
    panel: {{over: totals}}
""")


def test_a_panel_marks_what_names_it_and_the_parts_of_that():
    marking = PANELS.marking_panels
    assert {panel: [leaf.id for leaf in leaves] for panel, leaves in marking.items()} == {
        "staff": ["demo"],
        "idle": ["speed"],
        None: ["plan", "iso"],
    }
    assert leaf(PANELS, "price").panel is None


def test_each_panel_has_its_rules():
    assert PANELS.rules_of("staff").aggregate == "median"
    assert PANELS.rules_of(None) is PANELS.panel


def test_totals_decide_panel_by_panel():
    assert [PANELS.totals_decide(each) for each in ("staff", "idle", None)] == [True, True, False]


def test_checks_are_no_part_of_a_total_whatever_their_panel():
    assert [each.id for each in PANELS.totalled] == ["demo", "plan"]


@pytest.mark.parametrize(
    ("score", "compared"),
    [
        ("{method: price, amount: total, formula: lowest-ratio}", "total"),
        ("{method: formula, compare: users, formula: points * users / highest}", "users"),
        ('{method: formula, formula: "min(points, users)"}', None),
        ("{method: marks}", None),
    ],
)
def test_what_is_compared_with_the_other_bids(score, compared):
    criteria = sheet(f"""
        quantities: {{users: {{}}}}
        criteria: [{{id: a, points: 20, score: {score}}}]
    """)
    assert criteria.leaves[0].compared == compared


def test_the_minimums_of_the_sheet_and_of_its_gates_stand_at_their_paths():
    criteria = sheet("""
        criteria: [{id: a, points: 10}, {id: b, points: 10}]
        eligibility: {minimums: [{at_least: 1}, {at_least: 2}]}
        stages:
          - {id: one, name: 一次, criteria: [a], gate: {minimums: [{at_least: 3}]}}
          - {id: two, name: 二次, criteria: [b]}
    """)
    assert [(path, str(each.at_least)) for path, each in criteria.all_minimums] == [
        (("eligibility", "minimums", 0), "1"),
        (("eligibility", "minimums", 1), "2"),
        (("stages", 0, "gate", "minimums", 0), "3"),
    ]


@pytest.mark.parametrize(
    ("wanted", "written", "value"),
    [
        ("trends", "B", Fraction(3, 4)),
        ("trends", "X", None),
        ("tco", "5", 5),
        ("tco", "-3", -3),
        ("tco", "B", None),
        ("isms", "1", None),
    ],
)
def test_a_mark_that_a_rule_names_is_a_number_or_a_grade(wanted, written, value):
    assert SHEET.mark_value(leaf(SHEET, wanted), written) == value


def test_a_score_stands_where_it_is_written_and_not_where_it_is_inherited():
    trends, tco, demo = (leaf(SHEET, each) for each in ("trends", "tco", "demo"))
    assert SHEET.score_path(trends) == ("criteria", 0, "criteria", 0, "score")
    assert SHEET.score_path(tco) == ("criteria", 0, "criteria", 0, "criteria", 1, "score")
    assert SHEET.score_path(demo) == ("criteria", 0, "score")


def test_a_whole_sheet_leaves_nothing_out_and_a_narrowed_one_says_what():
    whole = sheet("criteria: [{id: a, points: 10}]")
    assert (whole.prices, whole.set_aside, whole.main_amount) == ("open", frozenset(), "total")
    part = sheet("criteria: [{id: a, points: 10}]").narrowed("sealed", ["b"], "initial")
    assert (part.prices, part.set_aside, part.main_amount) == ("sealed", {"b"}, "initial")


def test_a_panel_agrees_only_on_what_it_marks_and_where_its_rule_says_so():
    agreeing = sheet("""
        criteria:
          - {id: own, points: 5}
          - {id: office, points: 5, panel: office}
          - {id: counted, points: 5, panel: office, score: {method: marks, by: secretariat}}
        panels: {office: {aggregate: consensus}}
    """)
    assert [leaf.id for leaf in agreeing.leaves if agreeing.agreed(leaf)] == ["office"]


def test_what_counts_once_for_each_evaluator_hangs_on_the_sum_and_on_what_is_shared():
    text = """
        panel: {aggregate: %s, shared: %s}
        criteria:
          - {id: plan, points: 60}
          - {id: price, points: 40, score: {method: price, amount: total, formula: lowest-ratio}}
    """
    told = {
        (aggregate, shared): [made.summed(leaf) for leaf in made.leaves]
        for aggregate in ("sum", "mean")
        for shared in ("each", "once")
        for made in [sheet(text % (aggregate, shared))]
    }
    assert told == {
        ("sum", "each"): [True, True],
        ("sum", "once"): [True, False],
        ("mean", "each"): [False, False],
        ("mean", "once"): [False, False],
    }


def test_names_are_those_of_criteria_amounts_and_quantities():
    made = sheet("""
        amounts: {total: {name: 総額}}
        quantities: {n: {name: 件数}}
        criteria: [{id: g, name: 技術点, criteria: [{id: a, name: 計画, points: 1}]}]
    """)
    named = [made.name_of(each) for each in ("g", "a", "total", "n", "nowhere")]
    assert named == ["技術点", "計画", "総額", "件数", "nowhere"]
    assert [leaf.id for leaf in made.leaves_of(made.by_id["g"])] == ["a"]
