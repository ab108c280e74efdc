from fractions import Fraction

import pytest

from procscore.diagnostics import Problems
from procscore.model.rules import Ranking
from procscore.scoring.context import Context
from procscore.scoring.ranking import (
    EQUAL_RANKS,
    assign,
    evaluator_ranks,
    first_places,
    in_order,
    measured,
)
from support.values import bids, compared, evaluate, out, price, ranks, sheet, text

TAMA_SCORES = {
    "応募者A": [115, 134, 143, 125, 133, 127],
    "応募者B": [110, 130, 139, 129, 116, 117],
    "応募者C": [120, 139, 142, 142, 117, 116],
    "応募者D": [116, 148, 145, 128, 125, 126],
    "多摩養育園": [120, 152, 148, 143, 128, 131],
}
"""https://expydoc.com/doc/11951626/"""


def tama(evaluator_ranks):
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 160}}]
        ranking:
          by: mean-rank
          round: {{places: 2, mode: half-up}}
          evaluator_ranks: {evaluator_ranks}
    """)
    vendors = {each: {"plan": scores} for each, scores in TAMA_SCORES.items()}
    return criteria, vendors, evaluate(criteria, vendors)


def test_tama_all_thirty_ranks_are_those_that_were_published():
    criteria, vendors, result = tama("average")
    context = Context(criteria, bids(criteria, vendors), Problems(), criteria.ranking)
    found = {
        vendor: [text(rank) for rank in given.values()]
        for vendor, given in evaluator_ranks(context, result.vendors).items()
    }
    assert found == {
        "応募者A": ["4", "4", "3", "5", "1", "2"],
        "応募者B": ["5", "5", "5", "3", "5", "4"],
        "応募者C": ["1.5", "3", "4", "2", "4", "5"],
        "応募者D": ["3", "2", "2", "4", "3", "3"],
        "多摩養育園": ["1.5", "1", "1", "1", "2", "1"],
    }


def test_tama_mean_ranks_and_places_are_those_that_were_published():
    _, _, result = tama("average")
    assert compared(result) == {
        "多摩養育園": "1.25",
        "応募者D": "2.83",
        "応募者A": "3.17",
        "応募者C": "3.25",
        "応募者B": "4.5",
    }
    assert ranks(result) == {
        "多摩養育園": "1",
        "応募者D": "2",
        "応募者A": "3",
        "応募者C": "4",
        "応募者B": "5",
    }


def test_tama_with_competition_ranks_two_would_be_tied_for_the_third_place():
    _, _, result = tama("competition")
    assert compared(result)["応募者C"] == compared(result)["応募者A"] == "3.17"
    assert ranks(result)["応募者C"] == ranks(result)["応募者A"] == "3"


def test_tama_every_other_convention_gives_an_evaluators_equal_totals_its_own_ranks():
    """Evaluator A gives 多摩養育園 and C 120 points each, D 116: 1, 1, then 3 or 2."""
    found = {}
    for convention in ("competition", "dense"):
        criteria, vendors, result = tama(convention)
        context = Context(criteria, bids(criteria, vendors), Problems(), criteria.ranking)
        given = evaluator_ranks(context, result.vendors)
        found[convention] = [text(given[each]["E1"]) for each in TAMA_SCORES]
    assert found == {"competition": ["4", "5", "1", "3", "1"], "dense": ["3", "4", "1", "2", "1"]}


def test_the_ranks_of_evaluators_do_not_change_the_final_ranks():
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        ranking: {by: rank-sum, evaluator_ranks: average, equal_ranks: dense}
    """)
    vendors = {"A": {"plan": [9]}, "B": {"plan": [9]}, "C": {"plan": [1]}}
    result = evaluate(criteria, vendors)
    assert compared(result) == {"A": "1.5", "B": "1.5", "C": "3"}
    assert ranks(result) == {"A": "1", "B": "1", "C": "2"}


USA = {
    "東亜道路工業": ("165.0000", 140920, "117.0877", "3"),
    "岡本土木": ("162.5000", 141700, "114.6788", "4"),
    "世紀東急工業": ("164.0000", 155000, "105.8064", "6"),
    "フジタ道路": ("164.8300", 144000, "114.4652", "5"),
    "日本道路": ("165.5000", 140900, "117.4591", "2"),
    "鹿島道路": ("157.1500", 148800, "105.6115", "7"),
    "ガイアート": ("152.0000", 153000, "99.3464", "8"),
    "大林道路": ("165.5000", 140800, "117.5426", "1"),
}
"""入札調書 令和7年度宇佐地区舗装修繕工事: points, price in 1,000 yen, 評価値, rank."""


def test_the_division_method_gives_the_published_values_cut_to_four_places():
    criteria = sheet("""
        criteria: [{id: technical, points: 200, score: {method: marks, by: secretariat}}]
        ranking:
          by: formula
          formula: technical / total * 100000000
          round: {places: 4, mode: down}
    """)
    vendors = {
        each: {"technical": score, "total": 1000 * yen_1000}
        for each, (score, yen_1000, _, _) in USA.items()
    }
    for each in ("大成ロテック", "NIPPO", "朝日工業テクノス"):
        vendors[each] = {"status": "invalid"}
    vendors["三井住建道路"] = {"status": "withdrawn"}
    result = evaluate(criteria, vendors)
    assert compared(result) == {each: value for each, (_, _, value, _) in USA.items()}
    assert ranks(result) == {each: rank for each, (_, _, _, rank) in USA.items()}
    assert result.award.winners == ("大林道路",)
    assert len(out(result)) == 4


def ranked_by(by, vendors, more="", **handed_in):
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 60}}, {price(40)}]
        ranking: {{by: {by}}}
        {more}
    """)
    return evaluate(criteria, vendors, **handed_in)


THREE = {
    "A": {"plan": [50, 10, 30], "total": 100},
    "B": {"plan": [30, 20, 20], "total": 100},
    "C": {"plan": [20, 15, 50], "total": 100},
}
# Ranks by evaluator: A 1, 3, 2 · B 2, 1, 3 · C 3, 2, 1


def test_a_rank_sum_adds_the_ranks_of_every_evaluator_and_the_smallest_is_first():
    result = ranked_by("rank-sum", {**THREE, "C": {"plan": [40, 15, 50], "total": 100}})
    # A 1, 3, 2 · B 3, 1, 3 · C 2, 2, 1
    assert compared(result) == {"C": "5", "A": "6", "B": "7"}


def test_a_mean_rank_is_exact_where_the_sheet_does_not_round_it():
    result = ranked_by("mean-rank", {**THREE, "C": {"plan": [40, 15, 50], "total": 100}})
    assert compared(result) == {"C": "5/3", "A": "2", "B": "7/3"}


def test_first_places_are_counted_and_shared_ones_count_for_each():
    result = ranked_by("first-places", {**THREE, "C": {"plan": [50, 15, 50], "total": 100}})
    assert compared(result) == {"C": "2", "A": "1", "B": "1"}


def test_an_evaluators_order_is_by_the_own_marks_and_the_points_that_all_share():
    # 50 + 20 against 35 + 40: the price turns the order of every evaluator.
    vendors = {"A": {"plan": [50, 50], "total": 200}, "B": {"plan": [35, 35], "total": 100}}
    assert compared(ranked_by("first-places", vendors)) == {"B": "2", "A": "0"}


def test_with_a_sum_the_shared_points_still_count_once_for_each_evaluator():
    # On every evaluator's sheet A has 50 + 20 = 70 and B 25 + 40 = 65.
    vendors = {"A": {"plan": [50, 50], "total": 200}, "B": {"plan": [25, 25], "total": 100}}
    result = ranked_by("first-places", vendors, "panel: {aggregate: sum}")
    assert compared(result) == {"A": "2", "B": "0"}


def test_only_vendors_that_are_still_in_take_part_in_an_evaluators_ranking():
    vendors = {**THREE, "D": {"plan": [60, 60, 60], "total": 999}}
    result = ranked_by("rank-sum", vendors, ceilings={"total": 500})
    assert compared(result) == {"A": "6", "B": "6", "C": "6"}


def test_a_rounding_of_the_ranking_value_also_holds_for_points():
    """`ranking.round` rounds what the ranking compares (design, section 3): it is not dropped."""
    criteria = sheet("""
        criteria: [{id: plan, points: 10}]
        ranking: {by: points, round: {places: 0, mode: half-up}}
    """)
    result = evaluate(criteria, {"A": {"plan": [8, 9]}, "B": {"plan": [9, 9]}})
    assert compared(result) == {"A": "9", "B": "9"}
    assert len(result.ties) == 1


def test_first_places_are_told_evaluator_by_evaluator():
    criteria = sheet("criteria: [{id: plan, points: 60}]\nranking: {by: first-places}")
    vendors = {each: {"plan": entry["plan"]} for each, entry in THREE.items()}
    result = evaluate(criteria, vendors)
    context = Context(criteria, bids(criteria, vendors), Problems(), criteria.ranking)
    assert first_places(context, result.vendors) == {
        "A": (1, 0, 0),
        "B": (0, 1, 0),
        "C": (0, 0, 1),
    }


@pytest.mark.parametrize(("best", "order"), [("highest", "BCA"), ("lowest", "ACB")])
def test_the_best_value_of_a_formula_is_the_highest_or_the_lowest(best, order):
    """Price per point of quality: 20, 50 and 25; the lowest wins where the sheet says so."""
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 10, score: {{method: marks, by: secretariat}}}}]
        ranking: {{by: formula, formula: total / plan, best: {best}}}
    """)
    vendors = {
        "A": {"plan": 5, "total": 100},
        "B": {"plan": 2, "total": 100},
        "C": {"plan": 10, "total": 250},
    }
    result = evaluate(criteria, vendors)
    assert "".join(ranks(result)) == order
    assert result.award.winners == (order[0],)


@pytest.mark.parametrize("by", ["rank-sum", "mean-rank"])
def test_of_ranks_the_lowest_is_best_whatever_is_best_of_a_formula(by):
    assert Ranking(by=by, best="highest").lowest_first
    assert not Ranking(by="points", best="lowest").lowest_first


def test_what_is_measured_is_an_amount_or_the_points_of_a_criterion():
    result = evaluate(sheet("criteria: [{id: plan, points: 10}]"), {"A": {"plan": [4], "total": 7}})
    (vendor,) = result.vendors
    assert (measured(vendor, "total"), measured(vendor, "plan")) == (7, 4)
    with pytest.raises(KeyError):
        measured(vendor, "plam")


@pytest.mark.parametrize(
    ("convention", "expected"),
    [
        ("competition", ["1", "2", "2", "4"]),
        ("dense", ["1", "2", "2", "3"]),
        ("average", ["1", "2.5", "2.5", "4"]),
    ],
)
def test_equal_ranks_follow_the_convention_of_the_sheet(convention, expected):
    given = assign((("A",), ("B", "C"), ("D",)), EQUAL_RANKS[convention])
    assert [text(given[each]) for each in "ABCD"] == expected
    criteria = sheet(f"""
        criteria: [{{id: plan, points: 10}}]
        ranking: {{equal_ranks: {convention}}}
    """)
    vendors = {"D": {"plan": [1]}, "B": {"plan": [5]}, "A": {"plan": [9]}, "C": {"plan": [5]}}
    found = ranks(evaluate(criteria, vendors))
    assert [found[each] for each in "ABCD"] == expected


def test_only_exactly_equal_values_stand_in_one_group():
    third = Fraction(1, 3)
    values = {"A": third, "B": Fraction("0.3333333333333333"), "C": third}
    assert in_order(values, lowest_first=False) == (("A", "C"), ("B",))
    assert in_order(values, lowest_first=True) == (("B",), ("A", "C"))


def test_goldilocks_the_extremes_tie_exactly_and_the_order_of_the_sheet_does_not_break_it():
    """Denfield, Local Government Lawyer: 25 + 50 and 50 + 25; the middle bid has 70.8333."""
    criteria = sheet(f"""
        criteria:
          - {{id: quality, points: 50, score: {{method: marks, to: 100}}}}
          - {price(50)}
    """)
    vendors = {
        "A": {"quality": [50], "total": 50},
        "B": {"quality": [75], "total": 75},
        "C": {"quality": [100], "total": 100},
    }
    result = evaluate(criteria, vendors)
    assert compared(result) == {"A": "75", "C": "75", "B": "425/6"}
    assert ranks(result) == {"A": "1", "C": "1", "B": "3"}
    assert result.award.undecided == ("A", "C")
