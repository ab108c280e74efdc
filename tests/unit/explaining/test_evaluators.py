"""What evaluators' totals are made of, and the order that they give."""

from fractions import Fraction

from support import books
from support.explained import explanation


def test_a_median_of_totals_is_told_by_evaluator_and_its_criteria_beside_it(tmp_path):
    criteria = books.CRITERIA.replace(
        "aggregate: mean, over: criteria", "aggregate: median, over: totals"
    )
    technical = explanation(tmp_path, criteria).points.parts[0]
    assert not technical.adds_up
    assert [(each.kind, str(each.name), each.value) for each in technical.parts] == [
        ("evaluator", "委員1 福井 一郎", 54),
        ("evaluator", "委員2 坂井 花子", Fraction("51.5")),
        ("criterion", "実施計画", 35),
        ("criterion", "実施体制", Fraction("17.75")),
    ]
    own = technical.parts[0].parts
    assert [(each.value, each.where.cell) for each in own] == [(36, "D2"), (18, "D3")]


def test_ranks_are_told_by_evaluator_with_everybodys_total(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: rank-sum")
    value = explanation(tmp_path, criteria).value
    assert value.value == 3
    assert [(str(each.name), each.value) for each in value.parts] == [
        ("委員1 福井 一郎", 1),
        ("委員2 坂井 花子", 2),
    ]
    own, *others = value.parts[1].parts
    assert own.value == Fraction("83.5")  # 34 + 17.5 + 32
    assert [(each.vendor, each.value) for each in others] == [
        ("B社", 85),
        ("C社", Fraction("81.56")),
    ]
