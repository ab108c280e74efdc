import pytest

from procscore.checks.lint.equal import Equal
from procscore.model.rounds import rounds
from support.values import price, sheet


def equal(text, *steps):
    """Return what is known of vendors with equal values who are equal in each of `steps`, too."""
    criteria = sheet(text)
    known = Equal(criteria, rounds(criteria)[-1])
    for each in steps:
        known.learn(each if isinstance(each, list) else [each])
    return known


PARTS = f"""
amounts: {{initial: {{}}, total: {{formula: 2 * initial}}, other: {{}}}}
criteria:
  - {{id: g, criteria: [{{id: a, points: 30}}, {{id: b, points: 20}}]}}
  - {{id: c, points: 10}}
  - {price(40)}
"""


@pytest.mark.parametrize(
    ("steps", "names", "settled"),
    [
        ([], ["g"], False),
        ([], ["g", "c", "price"], True),
        (["g", "c"], ["price"], True),
        (["g"], ["price"], False),
        (["g"], ["c", "price"], True),
        (["g", "a"], ["b"], True),
        ([["a", "c"], ["b", "c"]], ["g"], False),
        ([["a", "c"], ["b", "c"], "c"], ["g"], True),
        (["price"], ["total"], False),
        (["total"], ["price"], True),
        (["initial"], ["total"], True),
        (["initial"], ["g", "c"], True),
        (["initial"], ["other"], False),
    ],
)
def test_what_follows_from_equal_sums_and_amounts(steps, names, settled):
    assert equal(PARTS, *steps).settled(names) == settled


@pytest.mark.parametrize(
    "rest",
    [
        "ranking: {round: {places: 0, mode: down}}",
        "ranking: {by: rank-sum}",
        "ranking: {by: formula, formula: g / total}",
        "ranking: {by: formula, formula: g * c}",
        "panel: {over: totals, aggregate: median}",
    ],
)
def test_a_value_that_is_no_plain_sum_tells_nothing(rest):
    assert not equal(PARTS + rest, "g", "c").settled(["price"])


@pytest.mark.parametrize(
    "formula", ["g + c + price", "2 * g - -c * 3 + price / 4", "(g + c) * 50%"]
)
def test_a_formula_that_only_adds_up_is_a_sum(formula):
    text = f"{PARTS}ranking: {{by: formula, formula: {formula}}}"
    last = "price" if "price" in formula else "c"
    assert equal(text, *[each for each in ("g", "c", "price") if each != last]).settled([last])


def test_a_formula_of_no_weight_tells_nothing():
    assert not equal(f"{PARTS}ranking: {{by: formula, formula: g * 0}}").settled(["g"])


@pytest.mark.parametrize(
    "key", ["rescale: {formula: down(raw)}", "requires: {criterion: c, at_least: 5}"]
)
def test_a_group_that_is_not_the_sum_of_its_parts_stands_for_itself(key):
    text = PARTS.replace("{id: g,", f"{{id: g, points: 50, {key},")
    assert equal(text, "c", "price").settled(["g"])
    assert not equal(text, "c", "price", "a").settled(["b"])


def test_a_group_whose_points_come_from_totals_stands_for_itself():
    text = PARTS.replace(
        "{id: c, points: 10}", "{id: c, points: 10, score: {method: marks, by: secretariat}}"
    )
    text += "panel: {over: totals, aggregate: median}"
    assert equal(text, "c", "price").settled(["g"])
    assert not equal(text, "c", "price", "a").settled(["b"])


def test_price_points_on_a_condition_do_not_follow_from_the_price():
    text = PARTS.replace(
        "formula: lowest-ratio}", "formula: lowest-ratio}, requires: {criterion: c, at_least: 5}"
    )
    assert not equal(text, "total").settled(["price"])


def test_points_that_all_have_who_are_left_are_equal():
    text = """
        quantities: {sites: {}}
        criteria:
          - {id: basic, points: 15, score: {method: check, fail: exclude}}
          - {id: bonus, points: 5, score: {method: check, fail: points}}
          - {id: record, points: 5, score: {method: formula, formula: "min(points, sites)"}}
          - {id: share, points: 5, score: {method: formula, compare: sites, formula: points * sites / highest}}
    """
    assert equal(text).settled(["basic"])
    assert not equal(text).settled(["bonus"])
    assert equal(text, "sites").settled(["bonus"])
    assert not equal(text, "record").settled(["share"])
