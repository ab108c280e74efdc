"""Figures unfolded down to the cells, added up by hand."""

from fractions import Fraction

import pytest

from procscore.explaining.explain import explain
from procscore.explaining.unfolding import called
from support import books, results, stages, trimmed


def numbers(figure):
    """Return a figure and all below it as (depth, kind, name, value)."""

    def told(each, depth):
        yield depth, each.kind, str(each.name), each.value
        for part in each.parts:
            yield from told(part, depth + 1)

    return list(told(figure, 0))


def marks(figure):
    return [(str(one.mark.where), one.mark.value, one.use) for one in figure.marks]


def explained(tmp_path, criteria=books.CRITERIA, sheets=None, vendor="A社", **asked):
    return explain(results.evaluated(tmp_path, sheets, criteria), vendor, **asked)


def test_every_number_of_a_small_case_is_what_a_person_adds_up(tmp_path):
    found = explained(tmp_path, vendor="C社")
    assert numbers(found.points) == [
        (0, "total", "Total", Fraction("82.81")),
        (1, "criterion", "技術点", Fraction("47.25")),  # 31.25 + 16
        (2, "criterion", "実施計画", Fraction("31.25")),  # (32.5 + 30) / 2
        (2, "criterion", "実施体制", 16),  # (16 + 16) / 2
        (1, "criterion", "価格点", Fraction("35.56")),  # 40 x 8 / 9 = 35.555…
        (2, "number", "points", 40),
        (2, "market", "lowest", 8_000_000),
        (2, "amount", "提案価格", 9_000_000),
        (2, "compared", "株式会社アルファ", 10_000_000),
        (2, "compared", "ベータ株式会社", 8_000_000),
        (2, "compared", "ガンマ合同会社", 9_000_000),
    ]
    technical, price = found.points.parts
    assert [each.of for each in (found.points, technical, *technical.parts, price)] == [
        100,
        60,
        40,
        20,
        40,
    ]
    plan, staff = technical.parts
    book = str(tmp_path / "bids.xlsx")
    assert marks(plan) == [
        (f"{book} [採点_委員1] F2", Fraction("32.5"), "counts"),
        (f"{book} [採点_委員2] F2", 30, "counts"),
    ]
    assert marks(staff) == [
        (f"{book} [採点_委員1] F3", 16, "counts"),
        (f"{book} [採点_委員2] F3", 16, "counts"),
    ]
    assert price.derivation.exact == Fraction(320, 9)
    assert [each.where.cell for each in price.parts if each.where] == ["C3", "C4", "C2", "C3", "C4"]
    assert [each.adds_up for each in (found.points, technical, plan)] == [True, True, False]
    assert (found.beside, found.value, found.amounts) == ((), None, ())


def test_what_is_derived_is_unfolded_once_and_then_named():
    price = explain(results.example(), "B社").points.parts[1]
    own = [each for each in price.parts if each.kind == "amount"]
    assert [part.where.cell for each in own for part in each.parts if part.where] == ["C3", "D3"]
    compared = {each.vendor: each for each in price.parts if each.kind == "compared"}
    assert list(compared) == ["A社", "B社", "D社", "E社"]  # C社 is out
    assert compared["B社"].elsewhere
    assert not compared["B社"].parts
    assert [each.where.cell for each in compared["A社"].parts if each.where] == ["C2", "D2"]


def test_an_amount_that_no_points_hang_on_is_told_once_with_its_parts():
    amounts = explain(results.example(), "C社").amounts
    assert [each.criterion for each in amounts] == ["total"]
    assert [part.where.cell for part in amounts[0].parts if part.where] == ["C4", "D4"]


def test_points_that_are_required_are_named_and_not_unfolded_again(tmp_path):
    criteria = books.CRITERIA.replace(
        "name: 価格点", "name: 価格点\n    requires: {criterion: technical, at_least: 50%}"
    )
    found = explained(tmp_path, criteria)
    price = found.points.parts[1]
    required, needed, before = price.parts
    assert (required.kind, required.elsewhere, required.parts) == ("required", True, ())
    assert (needed.symbol, needed.value) == ("needed", 30)
    assert (before.kind, before.value) == ("withheld", 32)
    assert [each.kind for each in before.parts].count("compared") == 3


def test_others_points_before_conversion_are_named_and_not_unfolded(tmp_path):
    criteria = books.CRITERIA.replace(
        "points: 60", "points: 60\n    rescale: {formula: points * raw / best}"
    )
    technical = explained(tmp_path, criteria).points.parts[0]
    _, raw, best = technical.parts
    assert [part.criterion for part in raw.parts] == ["plan", "staff"]
    assert raw.adds_up
    assert [(one.vendor, one.value) for one in best.parts] == [
        ("A社", Fraction("52.75")),
        ("B社", 45),
        ("C社", Fraction("47.25")),
    ]
    assert all(one.elsewhere and not one.parts for one in best.parts)


def test_a_median_of_totals_is_told_by_evaluator_and_its_criteria_beside_it(tmp_path):
    criteria = books.CRITERIA.replace(
        "aggregate: mean, over: criteria", "aggregate: median, over: totals"
    )
    technical = explained(tmp_path, criteria).points.parts[0]
    assert not technical.adds_up
    assert [(each.kind, str(each.name), each.value) for each in technical.parts] == [
        ("evaluator", "委員1 福井 一郎", 54),
        ("evaluator", "委員2 坂井 花子", Fraction("51.5")),
        ("criterion", "実施計画", 35),
        ("criterion", "実施体制", Fraction("17.75")),
    ]
    own = technical.parts[0].parts
    assert [(each.value, each.where.cell) for each in own] == [(36, "D2"), (18, "D3")]


def test_what_counts_once_for_each_evaluator_is_told_as_given_once(tmp_path):
    criteria = books.CRITERIA.replace(
        "aggregate: mean, over: criteria, round: {places: 2, mode: half-up}", "aggregate: sum"
    )
    price = explained(tmp_path, criteria).points.parts[1]
    count, once = price.parts
    assert (count.symbol, count.value) == ("evaluators", 2)
    assert (once.kind, once.value) == ("counted-once", 32)


def test_ranks_are_told_by_evaluator_with_everybodys_total(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: rank-sum")
    value = explained(tmp_path, criteria).value
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


def test_a_ranking_formula_names_criteria_and_unfolds_amounts(tmp_path):
    criteria = books.CRITERIA.replace("by: points", "by: formula, formula: technical / total")
    technical, total = explained(tmp_path, criteria).value.parts
    assert (technical.criterion, technical.elsewhere) == ("technical", True)
    assert (total.value, total.where.cell) == (10_000_000, "C2")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["委員2", "坂井 花子", "出席", "A社"], "recused"),
        (["委員2", "坂井 花子", "欠席"], "absent"),
    ],
)
def test_who_is_not_counted_is_told_with_why(tmp_path, row, why):
    sheets = books.valid()
    sheets["審査委員"][2] = row
    for each in sheets["採点_委員2"][1:]:
        each[3] = None
    if why == "absent":
        del sheets["採点_委員2"]
    plan = explained(tmp_path, sheets=sheets).points.parts[0].parts[0]
    assert [one.mark.evaluator for one in plan.marks] == ["委員1"]
    assert [(one.evaluator, one.why) for one in plan.uncounted] == [("委員2", why)]


def test_who_is_left_out_by_trimming_is_told_at_each_mark(tmp_path):
    plan = explained(tmp_path, trimmed.CRITERIA, trimmed.sheets()).points.parts[0].parts[0]
    assert [one.use for one in plan.marks] == ["trimmed", "counts", "trimmed"]
    assert [one.extreme for one in plan.marks] == ["highest", "", "lowest"]
    assert plan.value == 34


def test_own_marks_stand_beside_an_agreed_one_with_what_they_would_have_given(tmp_path):
    sheets = books.valid()
    sheets["合議"] = [
        ["ID", "審査項目", "配点", "A社", "B社", "C社"],
        ["plan", "実施計画", 40, 38, None, None],
        ["staff", "実施体制", 20, None, None, None],
    ]
    criteria = books.CRITERIA.replace("aggregate: mean,", "aggregate: mean, consensus: overrides,")
    plan, staff = explained(tmp_path, criteria, sheets).points.parts[0].parts
    assert [(one.mark.value, one.use) for one in plan.marks] == [
        (38, "counts"),
        (36, "replaced"),
        (34, "replaced"),
    ]
    (before,) = plan.parts
    assert (before.kind, before.value) == ("before-agreement", 35)
    assert not staff.parts


def test_points_of_an_earlier_stage_that_do_not_count_stand_beside_the_total(tmp_path):
    criteria = stages.CRITERIA.replace("carry_over: true", "carry_over: false")
    found = explained(tmp_path, criteria, stages.valid())
    assert [each.criterion for each in found.points.parts] == ["hearing", "price"]
    assert [(each.criterion, each.value) for each in found.beside] == [("documents", 28)]


def test_who_did_not_go_on_has_no_total_and_what_was_scored(tmp_path):
    found = explained(tmp_path, stages.CRITERIA, stages.valid(), "C社")
    assert [each.value for each in (found.points, *found.points.parts)] == [
        None,
        Fraction("15.5"),
        None,
        None,
    ]
    assert [(each.criterion, each.value) for each in found.amounts] == [("total", 9_000_000)]


def test_somebody_is_called_by_id_and_name_and_by_one_where_they_are_the_same():
    result = results.example()
    assert called(result, "委員1") == "委員1 副市長"
    assert called(result, "事務局") == "事務局"
