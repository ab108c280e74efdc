"""Where the gap between two vendors comes from."""

from fractions import Fraction

from procscore.explaining.explain import explain
from support import books, results, stages


def against(tmp_path, criteria=books.CRITERIA, sheets=None, pair=("A社", "B社"), criterion=None):
    result = results.evaluated(tmp_path, sheets, criteria)
    return explain(result, pair[0], criterion, pair[1]).against


def items(gap):
    return [(item.criterion or str(item.name), item.one, item.other, item.by) for item in gap.items]


def test_the_items_stand_largest_first_and_add_up_to_the_gap(tmp_path):
    gap = against(tmp_path).points
    assert items(gap) == [
        ("price", 32, 40, -8),
        ("plan", 35, Fraction("30.5"), Fraction("4.5")),
        ("staff", Fraction("17.75"), Fraction("14.5"), Fraction("3.25")),
    ]
    assert gap.by == Fraction("84.75") - 85 == sum(item.by for item in gap.items)


def test_the_gap_of_one_criterion(tmp_path):
    gap = against(tmp_path, criterion="technical").points
    assert [item.criterion for item in gap.items] == ["plan", "staff"]
    assert gap.by == Fraction("7.75")


def test_a_group_that_is_converted_is_one_item(tmp_path):
    criteria = books.CRITERIA.replace(
        "points: 60", "points: 60\n    rescale: {formula: points * raw / best}"
    )
    gap = against(tmp_path, criteria).points
    assert [item.criterion for item in gap.items] == ["technical", "price"]
    assert gap.items[0].by == 60 - Fraction(60 * 45) / Fraction("52.75")


def test_a_group_is_one_item_even_where_its_conversion_changes_nothing(tmp_path):
    criteria = books.CRITERIA.replace("points: 60", "points: 60\n    rescale: {formula: raw}")
    gap = against(tmp_path, criteria).points
    assert items(gap) == [
        ("price", 32, 40, -8),
        ("technical", Fraction("52.75"), 45, Fraction("7.75")),
    ]


def test_a_group_whose_parts_do_not_add_up_is_one_item(tmp_path):
    sheets = books.valid()
    sheets["審査委員"].append(["委員3", "三国 次郎", "出席", None])
    sheets["採点_委員3"] = [list(row) for row in sheets["採点_委員2"]]
    sheets["採点_委員3"][1][3:] = [10, 30, 30]
    sheets["採点_委員3"][2][3:] = [20, 15, 15]
    criteria = books.CRITERIA.replace(
        "aggregate: mean, over: criteria", "aggregate: median, over: totals"
    )
    gap = against(tmp_path, criteria, sheets).points
    assert [item.criterion for item in gap.items] == ["price", "technical"]
    assert sum(item.by for item in gap.items) == gap.by


def test_a_total_that_is_no_sum_is_one_item(tmp_path):
    criteria = """\
procscore: 1
id: flat
title: 総得点の中央値
points: 60
amounts:
  total: {name: 提案価格, tax: excluded}
criteria:
  - {id: plan, name: 実施計画, points: 40, score: {method: marks, step: 0.5}}
  - {id: staff, name: 実施体制, points: 20, score: {method: marks, step: 0.5}}
panel: {aggregate: median, over: totals, round: {places: 0, mode: down}}
ranking: {by: points, ties: [committee]}
"""
    gap = against(tmp_path, criteria).points
    assert items(gap) == [("Total", 52, 45, 7)]


def test_ranks_are_compared_evaluator_by_evaluator(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: rank-sum")
    value = against(tmp_path, criteria).value
    assert items(value) == [("委員1 福井 一郎", 1, 2, -1), ("委員2 坂井 花子", 2, 1, 1)]
    assert value.by == 0


def test_a_value_that_is_no_sum_has_its_calculation_only(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: formula, formula: technical / total")
    value = against(tmp_path, criteria).value
    assert value.items == ()
    assert [each.value for each in value.derivations] == [value.one, value.other]


def test_there_is_no_gap_to_who_has_no_total(tmp_path):
    gap = against(tmp_path, stages.CRITERIA, stages.valid(), ("A社", "C社")).points
    assert gap.by is None
    assert {item.criterion: item.scored for item in gap.items} == {
        "plan": True,
        "record": True,
        "hearing": False,
        "price": False,
    }
