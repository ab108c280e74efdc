import pytest

from procscore.checks.lint import points
from procscore.checks.lint.points import RULES
from support.values import price, sheet


def found(rule, *criteria, rest=""):
    """Return what a rule says: where, and the details as text."""
    written = "\n".join(f"  - {each}" for each in criteria)
    given = rule(sheet(f"criteria:\n{written}\n{rest}"))
    return [
        (each.path, {name: str(value) for name, value in each.details.items()}) for each in given
    ]


def group(formula, more="", **parts):
    """Return the YAML of a rescaled group of 60 points with parts of so many."""
    inside = ", ".join(f"{{id: {each}, points: {worth}}}" for each, worth in parts.items())
    return f"{{id: g, points: 60, rescale: {{formula: '{formula}'{more}}}, criteria: [{inside}]}}"


DOUBLED = group("2 * raw", a=20, b=20)
HALVED = group("raw / 2", a=60, b=60)
STEEP = "{id: a, points: 40, score: {method: marks, to: 5, allowed: [4, 0]}}"


def test_what_the_highest_marks_come_to_is_told_where_it_is_too_much():
    assert found(points.above, DOUBLED) == [
        (
            ("criteria", 0, "rescale", "formula"),
            {
                "criterion": "g",
                "points": "60",
                "example": "the highest marks come to 40, which become 80 points",
            },
        )
    ]


@pytest.mark.parametrize(
    ("formula", "told"),
    [
        ("points * raw / of", 0),
        ("points * raw / best", 0),
        ("raw + best", 1),
        ("raw + b", 0),
        ("raw + b + 0.5", 1),
        ("1.5 * raw + 0.1", 1),
        ("raw / (raw - 40)", 0),
    ],
)
def test_the_parts_and_the_best_are_at_their_highest_too(formula, told):
    assert len(found(points.above, group(formula, a=20, b=20))) == told


def test_it_is_rounded_as_the_sheet_says():
    down = ", round: {places: 0, mode: down}"
    assert len(found(points.above, group("1.51 * raw", a=20, b=20))) == 1
    assert found(points.above, group("1.51 * raw", down, a=20, b=20)) == []


def test_a_single_criterion_is_rescaled_from_its_own_highest_mark():
    assert len(found(points.above, "{id: a, points: 40, rescale: {formula: 2 * raw}}")) == 1
    below = STEEP.replace("points: 40,", "points: 40, rescale: {formula: 1.25 * raw},")
    assert found(points.above, below) == []


@pytest.mark.parametrize(
    ("criterion", "rest"),
    [
        (DOUBLED, "panel: {aggregate: sum}"),
        (f"{{id: g, points: 60, rescale: {{formula: 2 * raw}}, criteria: [{price(40)}]}}", ""),
        (
            "{id: g, points: 60, rescale: {formula: 2 * raw}, criteria: [{id: a, points: 40, rescale: {formula: raw / 2}}]}",
            "",
        ),
        (
            "{id: g, points: 60, rescale: {formula: raw + 30}, criteria: [{id: a, points: 20}, {id: b, points: 20, requires: {criterion: a, at_least: 21}}]}",
            "",
        ),
    ],
)
def test_what_is_not_sure_is_not_told(criterion, rest):
    assert found(points.above, criterion, rest=rest) == []


def test_points_that_nobody_can_have_are_told_with_the_most():
    told = {"criterion": "g", "points": "60", "most": "40"}
    assert found(points.unreachable, group("raw", a=20, b=20)) == [
        (("criteria", 0, "rescale", "formula"), told)
    ]


@pytest.mark.parametrize(
    ("criterion", "rest", "told"),
    [
        (HALVED, "", 0),
        (group("raw / 3", a=60, b=60), "", 1),
        (group("raw / 3", a=60, b=60), "panel: {aggregate: sum}", 0),
        (group("points * raw / best", a=20, b=20), "", 0),
        (group("raw", ", round: {places: 0, mode: up}", a=30, b=29.5), "", 0),
        (group("raw", ", round: {places: 0, mode: down}", a=30, b=29.5), "", 1),
        (f"{{id: g, points: 60, rescale: {{formula: raw}}, criteria: [{price(40)}]}}", "", 1),
        ("{id: a, points: 9, rescale: {formula: raw / 2}, requires: {criterion: z, at_least: 1}}", "", 1),
    ],
)  # fmt: skip
def test_what_can_be_reached_hangs_on_the_parts_and_the_formula(criterion, rest, told):
    assert len(found(points.unreachable, criterion, "{id: z, points: 1}", rest=rest)) == told


def test_a_group_above_one_that_falls_short_is_not_told_again():
    inner = "{id: a, points: 60, rescale: {formula: raw / 2}}"
    outer = f"{{id: g, points: 60, rescale: {{formula: raw}}, criteria: [{inner}]}}"
    ((path, details),) = found(points.unreachable, outer)
    assert (path[:4], details["most"]) == (("criteria", 0, "criteria", 0), "30")


def by_quantity(formula, more=""):
    score = f"{{method: formula, formula: '{formula}'{more}}}"
    return f"{{id: a, points: 60, score: {score}}}"


QUANTITIES = "quantities: {n: {name: 件数}, m: {name: 人数}}\namounts: {total: {}}"


@pytest.mark.parametrize(
    ("formula", "example"),
    [
        ("2 * n", "with 件数 = 50 it is 100 points"),
        ("n + m", "with 件数 = 50, 人数 = 50 it is 100 points"),
        ("2 * n - 5 * m", "with 件数 = 50, 人数 = 0 it is 100 points"),
        ("points + 1", "it is always 61 points"),
        ("min(points, 2 * n)", None),
        ("60 / n", None),
        ("n / (n - 10)", None),
        ("total", None),
    ],
)
def test_quantities_that_give_too_much_are_told(formula, example):
    given = found(points.above, by_quantity(formula), rest=QUANTITIES)
    assert [details["example"] for _, details in given] == ([example] if example else [])


def test_points_of_a_quantity_are_rounded_before_they_are_held_against_the_most():
    down = ", round: {places: 0, mode: down}"
    capped = by_quantity("min(60.5, n)", down)
    assert found(points.above, capped, rest=QUANTITIES) == []
    assert len(found(points.above, by_quantity("min(60.5, n)"), rest=QUANTITIES)) == 1
    up = ", round: {places: 0, mode: up}"
    assert found(points.unreachable, by_quantity("min(59.5, n)", up), rest=QUANTITIES) == []


@pytest.mark.parametrize(
    ("formula", "most"),
    [
        ("min(30, n)", "30"),
        ("points - 20 - n", "40"),
        ("2 * n", None),
        ("points / n", None),
        ("min(30, total)", None),
    ],
)
def test_quantities_that_never_give_all_points_are_told(formula, most):
    given = found(points.unreachable, by_quantity(formula), rest=QUANTITIES)
    assert [details["most"] for _, details in given] == ([most] if most else [])


def test_quantities_that_are_compared_with_other_bids_are_not_decided():
    compared = by_quantity("2 * points * n / highest", ", compare: n")
    assert found(points.above, compared, rest=QUANTITIES) == []
    half = by_quantity("min(30, points * n / highest)", ", compare: n")
    assert found(points.unreachable, half, rest=QUANTITIES) == []


def requiring(criterion, at_least):
    return (
        f"{{id: bonus, points: 5, requires: {{criterion: {criterion}, at_least: {at_least}}}}}",
        STEEP,
        price(40),
    )


def test_what_is_required_and_out_of_reach_is_told_with_what_can_be_had():
    told = {"criterion": "bonus", "other": "a", "needed": "34", "most": "32", "of": "40"}
    assert found(points.requires_unreachable, *requiring("a", "85%")) == [
        (("criteria", 0, "requires", "at_least"), told)
    ]
    assert found(points.requires_unreachable, *requiring("a", "80%")) == []
    summed = "panel: {aggregate: sum}"
    assert found(points.requires_unreachable, *requiring("a", 33), rest=summed) == []


def test_points_that_hang_on_a_price_by_what_they_require_are_told():
    told = {"criterion": "bonus", "other": "price", "price": "40", "of": "40"}
    assert found(points.requires_hangs_on_price, *requiring("price", "50%")) == [
        (("criteria", 0, "requires", "criterion"), told)
    ]
    assert found(points.requires_hangs_on_price, *requiring("a", "50%")) == []


def test_a_price_may_require_what_hangs_on_another():
    costs = price(10).replace("id: price", "id: costs, requires: {criterion: price, at_least: 1}")
    assert found(points.requires_hangs_on_price, costs, price(40)) == []


@pytest.mark.parametrize(
    ("isms", "told"),
    [
        ("points: 10, score: {method: check}", 1),
        ("points: 10, score: {method: check, fail: points}", 0),
        ("score: {method: check}", 0),
        ("points: 10, score: {method: check}, requires: {criterion: z, at_least: 1}", 0),
        ("points: 10, score: {method: marks}", 0),
    ],
)
def test_points_of_a_check_that_excludes_are_everybodys(isms, told):
    given = found(points.for_all, f"{{id: a, {isms}}}", "{id: z, points: 1}")
    place = (("criteria", 0, "score"), {"criterion": "a", "points": "10"})
    assert given == [place] * told


def test_all_rules_are_asked():
    assert (
        points.above,
        points.unreachable,
        points.requires_unreachable,
        points.requires_hangs_on_price,
        points.for_all,
    ) == RULES
