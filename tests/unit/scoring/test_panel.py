import itertools
import textwrap
from fractions import Fraction

import pytest

from procscore.model.rules import Panel
from procscore.scoring.panel import AGGREGATES, TOTAL_AGGREGATES, dropped_evaluators, passed
from support.values import bids, evaluate, out, points, sheet, totals


def plan(rules, marks, score="{method: marks}", of=10):
    """Return the points of one criterion of one vendor."""
    criteria = sheet(f"""
        scales: {{five: {{A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}}}}
        criteria: [{{id: plan, points: {of}, score: {score}}}]
        panel: {rules}
    """)
    return points(evaluate(criteria, {"A": {"plan": marks}}), "plan")["A"]


@pytest.mark.parametrize(
    ("rule", "marks", "expected"),
    [
        ("mean", [8, 9, 8], "25/3"),
        ("median", [1, 9, 8], "8"),
        ("median", [1, 4, 9, 7], "5.5"),
        ("sum", [8, 9, 8], "25"),
        ("trimmed-mean", [1, 6, 8, 10], "7"),
        ("trimmed-mean", [5, 5, 5], "5"),
    ],
)
def test_evaluators_become_one_by_the_rule_of_the_sheet(rule, marks, expected):
    assert plan(f"{{aggregate: {rule}}}", marks) == expected


def test_trimming_leaves_out_one_mark_of_several_equal_ones():
    assert plan("{aggregate: trimmed-mean}", [10, 10, 4, 4]) == "7"


def test_trimming_may_be_on_one_side_only():
    assert plan("{aggregate: trimmed-mean, trim: {highest: 0, lowest: 2}}", [1, 2, 5, 6]) == "5.5"
    assert plan("{aggregate: trimmed-mean, trim: {highest: 2, lowest: 0}}", [1, 2, 5, 6]) == "1.5"


def test_the_agreed_mark_is_the_score():
    assert plan("{aggregate: consensus}", 7) == "7"


def test_the_panels_points_are_rounded_once_where_the_sheet_says_so():
    marks = [8, 9, 8]  # 25/3 = 8.333…
    assert plan("{round: {places: 2, mode: half-up}}", marks) == "8.33"
    assert plan("{round: {places: 0, mode: up}}", marks) == "9"


def test_an_exact_half_goes_up():
    assert plan("{round: {places: 0, mode: half-up}}", [2, 3]) == "3"


def test_the_rounding_of_a_criterion_goes_before_the_panels():
    score = "{method: marks, round: {places: 0, mode: down}}"
    assert plan("{round: {places: 2, mode: half-up}}", [8, 9, 8], score) == "8"


@pytest.mark.parametrize(
    ("score", "marks", "expected"),
    [
        ("{method: marks, to: 5}", [4, 3], "14"),  # 20 × 3.5 ÷ 5
        ("{method: marks, from: 1, to: 5}", [1, 2], "6"),  # 20 × 1.5 ÷ 5
        ("{method: marks, from: -3, to: 6}", [-3, -3], "-10"),
        ("{method: marks, allowed: [5, 4, 3, 1, 0]}", [5, 1], "12"),
        ("{method: grades, scale: five}", ["A", "B", "C"], "15"),
    ],
)
def test_marks_are_scaled_to_the_points_of_the_criterion(score, marks, expected):
    assert plan("{aggregate: mean}", marks, score, of=20) == expected


def test_the_scale_ends_where_the_sheet_says_even_if_no_allowed_mark_reaches_it():
    """`to` is the mark that is worth all points (design, section 3: points ÷ to)."""
    score = "{method: marks, to: 10, allowed: [8, 4, 0]}"
    assert plan("{aggregate: mean}", [8], score, of=20) == "16"


# --- weights (荷重点) ---

WEIGHTS = {"a": 4, "b": 2, "c": 4, "d": 2, "e": 5, "f": 2, "g": 1}


def weighted(weights, highest, rules="{}"):
    criteria = ", ".join(
        f"{{id: {each}, points: {weight * highest}, weight: {weight}, "
        f"score: {{method: marks, to: {highest}, step: 1}}}}"
        for each, weight in weights.items()
    )
    return sheet(f"criteria: [{criteria}]\npanel: {rules}")


def test_a_mark_times_its_weight_are_the_points():
    """岡山県, https://expydoc.com/doc/8901537/: Σ 各項目評価点 × 各項目荷重点.

    The weights 4, 2, 4, 2, 5, 2 and 1 and marks up to 5 make 100 points.
    """
    criteria = weighted(WEIGHTS, 5)
    assert criteria.points == 100
    marks = {
        "a": [5, 4],
        "b": [3, 3],
        "c": [4, 4],
        "d": [2, 3],
        "e": [5, 5],
        "f": [1, 2],
        "g": [4, 5],
    }
    result = evaluate(criteria, {"A": marks})
    expected = {"a": "18", "b": "6", "c": "16", "d": "5", "e": "25", "f": "3", "g": "4.5"}
    assert {each: points(result, each)["A"] for each in marks} == expected
    assert totals(result) == {"A": "77.5"}


def test_the_derivation_of_a_weighted_criterion_reads_as_the_rule_is_written():
    derivation = (
        evaluate(weighted({"a": 4}, 5), {"A": {"a": [5, 4]}}).vendor("A").score("a").derivation
    )
    assert derivation.formula.text == "weight * mean(marks)"
    assert {each.name: each.value for each in derivation.inputs} == {"weight": 4, "marks": (5, 4)}


def test_world_bank_weights_times_scores_from_0_to_4():
    """World Bank, Evaluating Bids and Proposals, Figure IX: 50, 25, 15 and 10 give A 190 of 400."""
    criteria = weighted(
        {"effectiveness": 50, "methodology": 25, "team": 15, "sustainability": 10}, 4
    )
    marks = {"effectiveness": [2], "methodology": [2], "team": [2], "sustainability": [1]}
    result = evaluate(criteria, {"A": marks})
    assert (totals(result), result.vendor("A").of) == ({"A": "190"}, 400)


def test_a_weight_counts_in_an_evaluators_total_too():
    rules = "{aggregate: median, over: totals}"
    result = evaluate(weighted({"a": 4, "b": 1}, 5, rules), {"A": {"a": [5, 0, 1], "b": [0, 5, 3]}})
    assert totals(result) == {"A": "7"}  # of 20, 5 and 7


def test_grades_of_a_number_scale_may_have_a_weight():
    """盛岡市: 0-4 × 掛け率, https://www.city.morioka.iwate.jp/shisei/shiteikanri/1011440/sentei/1011443.html."""
    criteria = sheet("""
        scales: {four: {good: 4, fair: 2, bad: 0}}
        criteria: [{id: plan, points: 12, weight: 3, score: {method: grades, scale: four}}]
    """)
    assert totals(evaluate(criteria, {"A": {"plan": ["good", "fair"]}})) == {"A": "9"}


def test_grades_count_with_their_points_in_an_evaluators_total():
    criteria = sheet("""
        scales: {half: {A: 100%, B: 50%, C: 0%}}
        criteria:
          - {id: plan, points: 20, score: {method: grades, scale: half}}
          - {id: staff, points: 10}
        panel: {aggregate: median, over: totals}
    """)
    marks = {"plan": ["A", "B", "C"], "staff": [0, 1, 10]}
    assert totals(evaluate(criteria, {"A": marks})) == {"A": "11"}  # of 20, 11 and 10


def test_scaling_comes_before_rounding():
    # 15 × 8.5 ÷ 10 = 12.75; rounding the mean of the marks first would give 15 × 9 ÷ 10 = 13.5
    rules = "{round: {places: 1, mode: down}}"
    assert plan(rules, [8, 9], "{method: marks, to: 10}", of=15) == "12.7"


def test_the_derivation_shows_every_mark_with_its_cell():
    criteria = sheet("criteria: [{id: plan, points: 10}]")
    score = evaluate(criteria, {"A": {"plan": [8, 9]}}).vendor("A").score("plan")
    (marks,) = score.derivation.inputs
    assert marks.value == (8, 9)
    assert [(place.sheet, place.cell) for place in marks.where] == [
        ("採点_E1", "D2"),
        ("採点_E2", "D2"),
    ]
    assert [mark.evaluator for mark in score.marks] == ["E1", "E2"]


TWO = """
    criteria:
      - {id: technical, criteria: [{id: plan, points: 10}, {id: staff, points: 10}]}
    panel: {aggregate: trimmed-mean, over: totals, trim: {highest: 1, lowest: 1}}
"""


def test_trimming_by_totals_drops_whole_evaluators_so_that_parts_add_up():
    """Sanyo-Onoda: the evaluators with the highest and the lowest total are left out."""
    # Totals 11, 10, 14, 9, 18: E5 and E4 are dropped, E1, E2 and E3 are counted.
    marks = {"plan": [10, 5, 6, 0, 9], "staff": [1, 5, 8, 9, 9]}
    result = evaluate(sheet(TWO), {"A": marks})
    assert points(result, "plan")["A"] == "7"  # (10 + 5 + 6) ÷ 3
    assert points(result, "staff")["A"] == "14/3"  # (1 + 5 + 8) ÷ 3
    assert totals(result)["A"] == "35/3"  # (11 + 10 + 14) ÷ 3
    assert result.vendor("A").score("plan").left_out == {"E4", "E5"}
    assert result.vendor("A").score("technical").adds_up


def test_trimming_by_totals_is_done_vendor_by_vendor():
    marks = {
        "A": {"plan": [0, 5, 10], "staff": [0, 5, 10]},
        "B": {"plan": [5, 0, 10], "staff": [5, 0, 10]},
    }
    result = evaluate(sheet(TWO), marks)
    assert result.vendor("A").score("plan").left_out == {"E1", "E3"}
    assert result.vendor("B").score("plan").left_out == {"E2", "E3"}


def test_sanyo_onoda_published_64_is_192_over_the_three_evaluators_in_the_middle():
    """https://expydoc.com/doc/10308314/: of five evaluators three count, and 50 are needed."""
    criteria = sheet("""
        criteria: [{id: plan, points: 100}]
        panel: {aggregate: trimmed-mean, over: totals, trim: {highest: 1, lowest: 1}}
        eligibility: {minimums: [{at_least: 50}]}
    """)
    result = evaluate(criteria, {"富士ゼロックス山口": {"plan": [20, 60, 64, 68, 99]}})
    assert totals(result) == {"富士ゼロックス山口": "64"}
    assert result.award.winners == ("富士ゼロックス山口",)


@pytest.mark.parametrize(
    ("values", "highest", "lowest", "dropped"),
    [
        ([1, 2, 3], 1, 1, {"E1", "E3"}),
        ([1, 2, 3], 0, 1, {"E1"}),
        ([1, 2, 3], 1, 0, {"E3"}),
        ([1, 2, 3], 0, 0, set()),
        ([3, 1, 2, 4], 2, 1, {"E1", "E2", "E4"}),
    ],
)
def test_as_many_evaluators_are_dropped_as_the_sheet_says(values, highest, lowest, dropped):
    rules = Panel.model_validate({"trim": {"highest": str(highest), "lowest": str(lowest)}})
    given = {f"E{number}": Fraction(value) for number, value in enumerate(values, start=1)}
    assert dropped_evaluators(given, {}, rules) == dropped


def test_of_equal_totals_the_order_of_the_evaluators_decides_nothing():
    given = {"E1": Fraction(5), "E2": Fraction(5), "E3": Fraction(5)}
    turned = dict(reversed(given.items()))
    assert dropped_evaluators(given, {}, Panel()) == dropped_evaluators(turned, {}, Panel())
    assert len(dropped_evaluators(given, {}, Panel())) == 2


def test_of_equal_totals_the_names_of_the_evaluators_do_not_decide_who_is_out():
    """Three totals of 10 that are made up differently: which two are dropped changes the parts."""
    criteria = sheet(
        f"{textwrap.dedent(TWO)}eligibility: {{minimums: [{{each_of: technical, at_least: 30%}}]}}"
    )
    given = [{"plan": 10, "staff": 0}, {"plan": 0, "staff": 10}, {"plan": 5, "staff": 5}]
    outcomes = {
        str(
            out(
                evaluate(
                    criteria,
                    {
                        "A": {
                            each: {
                                name: marks[each] for name, marks in zip(names, given, strict=True)
                            }
                            for each in ("plan", "staff")
                        }
                    },
                )
            )
        )
        for names in itertools.permutations(("E1", "E2", "E3"))
    }
    assert len(outcomes) == 1


def check(votes, answers):
    criteria = sheet(f"""
        criteria: [{{id: isms, points: 5, score: {{method: check, votes: {votes}}}}}]
    """)
    given = bids(criteria, {"A": {"isms": answers}})
    return passed(criteria.leaves[0], given.given(given.vendors[0], "isms"))


@pytest.mark.parametrize(
    ("answers", "passes"),
    [
        ("○○○○", {"any", "majority", "all"}),
        ("○○○×", {"majority", "all"}),
        ("○○××", {"majority", "all"}),  # half is no majority
        ("○×××", {"all"}),
        ("××××", set()),
    ],
)
def test_a_check_fails_by_any_by_a_majority_or_by_all_evaluators(answers, passes):
    assert {votes for votes in ("any", "majority", "all") if check(votes, answers)} == passes


@pytest.mark.parametrize(
    ("even", "passes"),
    [
        ("pass", {"○○○×", "○○××"}),
        ("fail", {"○○○×"}),
        ("chair", {"○○○×"}),  # the chair, the last of them, says no
    ],
)
def test_the_sheet_says_what_an_even_vote_means(even, passes):
    """可否同数, https://lawinsider.com/ja/clause/合否評価/_1: equal votes → the chair decides."""
    answers = ("○○○×", "○○××", "○×××")
    assert {each for each in answers if even_vote(even, each, "E4")} == passes


def even_vote(even, answers, chair):
    score = f"{{method: check, votes: majority, even: {even}, fail: points}}"
    criteria = sheet(f"criteria: [{{id: isms, points: 5, score: {score}}}]")
    result = evaluate(criteria, {"A": {"isms": answers}}, chair=chair)
    given = bids(criteria, {"A": {"isms": answers}})
    marks = given.given(given.vendors[0], "isms")
    assert totals(result) == {"A": "5" if passed(criteria.leaves[0], marks, chair) else "0"}
    return passed(criteria.leaves[0], marks, chair)


def test_an_even_vote_is_passed_where_the_chair_says_yes():
    assert even_vote("chair", "○○××", "E1")
    assert not even_vote("chair", "○×××", "E1")  # not even: the chair is outvoted


@pytest.mark.parametrize(("chair", "fails"), [("E1", {}), ("E2", {"A": ["check"]})])
def test_who_fails_an_even_vote_by_the_chair_is_out(chair, fails):
    criteria = sheet("""
        criteria:
          - {id: plan, points: 10}
          - {id: isms, score: {method: check, votes: majority, even: chair}}
    """)
    vendors = {"A": {"plan": [1, 1], "isms": "○×"}, "B": {"plan": [1, 1], "isms": "○○"}}
    assert out(evaluate(criteria, vendors, chair=chair)) == fails


def test_a_check_without_points_can_be_passed():
    criteria = sheet("criteria: [{id: plan, points: 1}, {id: isms, score: {method: check}}]")
    result = evaluate(criteria, {"A": {"plan": [1], "isms": "○"}})
    assert result.award.winners == ("A",)
    assert points(result, "isms") == {"A": "0"}


def test_every_aggregate_has_a_formula_over_criteria_and_over_totals():
    assert AGGREGATES.keys() == TOTAL_AGGREGATES.keys()


def agreed(rules, marks, score="{method: marks}", **handed_in):
    """Return the score of one criterion of one vendor."""
    criteria = sheet(f"""
        scales: {{five: {{A: 100%, B: 75%, C: 50%, D: 25%, E: 0%}}}}
        criteria: [{{id: plan, points: 10, score: {score}}}]
        panel: {rules}
    """)
    return evaluate(criteria, {"A": {"plan": marks}}, **handed_in).vendor("A").score("plan")


OVERRIDES = "{aggregate: %s, consensus: overrides, round: {places: 1, mode: half-up}}"


@pytest.mark.parametrize(
    ("aggregate", "own", "before"),
    [
        ("mean", [8, 9, 8], "8.3"),  # 25/3
        ("median", [1, 9, 8], "8"),
        ("trimmed-mean", [1, 6, 8, 10], "7"),
        ("trimmed-mean", [6, 8, None, None], None),  # nobody is left
        ("mean", [8, None, 7], "7.5"),
        ("mean", [None, None], None),
    ],
)
def test_an_agreed_mark_counts_and_tells_what_the_own_marks_would_have_given(
    aggregate, own, before
):
    marks = {f"E{number}": mark for number, mark in enumerate(own, start=1)}
    score = agreed(OVERRIDES % aggregate, {"合議": "6.25", **marks})
    assert (score.agreed, score.points) == (True, Fraction("6.3"))
    assert [mark.evaluator for mark in score.marks] == ["合議"]
    assert [mark.value for mark in score.originals] == [mark for mark in own if mark is not None]
    assert score.before is None if before is None else score.before.value == Fraction(before)


def test_an_agreed_grade_is_brought_to_the_points():
    marks = {"合議": "B", "E1": "A", "E2": "C"}
    score = agreed(OVERRIDES % "mean", marks, "{method: grades, scale: five}")
    assert (score.points, score.before.value) == (Fraction("7.5"), Fraction("7.5"))


def test_with_a_consensus_of_all_the_own_marks_would_have_given_their_mean():
    score = agreed("{aggregate: consensus}", {"合議": 7, "E1": 6, "E2": 9})
    assert (score.agreed, score.points, score.before.value) == (True, 7, Fraction("7.5"))
    assert agreed("{aggregate: consensus}", 7).before is None


CHAIRED = "{method: check, votes: majority, even: chair, fail: points}"


@pytest.mark.parametrize(
    ("own", "before"),
    [
        ({"E1": "○", "E2": "×"}, 10),  # the chair's vote
        ({"E1": None, "E2": "×", "E3": "○"}, None),  # even, and the chair left it blank
        ({"E1": None, "E2": "×", "E3": "×"}, 0),
        ({"E1": None, "E2": None}, None),
    ],
)
def test_an_agreed_check_tells_how_the_vote_would_have_come_out(own, before):
    rules = "{aggregate: mean, consensus: overrides}"
    score = agreed(rules, {"合議": "×", **own}, CHAIRED, chair="E1")
    assert (score.agreed, score.points) == (True, 0)
    assert score.before is None if before is None else score.before.value == before
