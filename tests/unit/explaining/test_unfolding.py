"""Figures unfolded down to the cells, added up by hand."""

from fractions import Fraction

from support import books, stages
from support.explained import explanation


def numbers(figure):
    """Return a figure and all below it as (depth, kind, name, value)."""

    def told(each, depth):
        yield depth, each.kind, str(each.name), each.value
        for part in each.parts:
            yield from told(part, depth + 1)

    return list(told(figure, 0))


def marks(figure):
    return [(str(one.mark.where), one.mark.value, one.use) for one in figure.marks]


def test_every_number_of_a_small_case_is_what_a_person_adds_up(tmp_path):
    found = explanation(tmp_path, vendor="C社")
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


def test_points_that_are_required_are_named_and_not_unfolded_again(tmp_path):
    criteria = books.CRITERIA.replace(
        "name: 価格点", "name: 価格点\n    requires: {criterion: technical, at_least: 50%}"
    )
    found = explanation(tmp_path, criteria)
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
    technical = explanation(tmp_path, criteria).points.parts[0]
    _, raw, best = technical.parts
    assert [part.criterion for part in raw.parts] == ["plan", "staff"]
    assert raw.adds_up
    assert [(one.vendor, one.value) for one in best.parts] == [
        ("A社", Fraction("52.75")),
        ("B社", 45),
        ("C社", Fraction("47.25")),
    ]
    assert all(one.elsewhere and not one.parts for one in best.parts)


def test_what_counts_once_for_each_evaluator_is_told_as_given_once(tmp_path):
    criteria = books.CRITERIA.replace(
        "aggregate: mean, over: criteria, round: {places: 2, mode: half-up}", "aggregate: sum"
    )
    price = explanation(tmp_path, criteria).points.parts[1]
    count, once = price.parts
    assert (count.symbol, count.value) == ("evaluators", 2)
    assert (once.kind, once.value) == ("counted-once", 32)


def test_own_marks_stand_beside_an_agreed_one_with_what_they_would_have_given(tmp_path):
    sheets = books.valid()
    sheets["合議"] = [
        ["ID", "審査項目", "配点", "A社", "B社", "C社"],
        ["plan", "実施計画", 40, 38, None, None],
        ["staff", "実施体制", 20, None, None, None],
    ]
    criteria = books.CRITERIA.replace("aggregate: mean,", "aggregate: mean, consensus: overrides,")
    plan, staff = explanation(tmp_path, criteria, sheets).points.parts[0].parts
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
    found = explanation(tmp_path, criteria, stages.valid())
    assert [each.criterion for each in found.points.parts] == ["hearing", "price"]
    assert [(each.criterion, each.value) for each in found.beside] == [("documents", 28)]


def test_who_did_not_go_on_has_no_total_and_what_was_scored(tmp_path):
    found = explanation(tmp_path, stages.CRITERIA, stages.valid(), "C社")
    assert [each.value for each in (found.points, *found.points.parts)] == [
        None,
        Fraction("15.5"),
        None,
        None,
    ]
    assert [(each.criterion, each.value) for each in found.amounts] == [("total", 9_000_000)]
