from procscore.model.stacks import stacked
from support import results
from support.values import evaluate, sheet

GROUP = "{id: %s, criteria: [%s]}"
MARKED = "{id: %s, points: %s}"


def parts(count, points=10, prefix="c"):
    return ", ".join(MARKED % (f"{prefix}{number}", points) for number in range(count))


def ids(criteria, rules="", **vendors):
    """Return the ids of what is stacked for a sheet in which every criterion gets its marks."""
    made = sheet(f"criteria: [{criteria}]\n{rules}")
    given = {leaf.id: ["3", "5", "9"] for leaf in made.leaves}
    entries = {"A": given, "B": {key: ["4", "4", "6"] for key in given}, **vendors}
    return [each.id for each in stacked(evaluate(made, entries))]


def test_the_example_is_stacked_by_the_groups_that_its_ranking_shows():
    assert [each.id for each in stacked(results.example())] == ["proposal", "demo", "price"]


def test_a_top_criterion_without_parts_is_a_part_itself():
    assert ids(f"{GROUP % ('g', parts(2))}, {MARKED % ('z', 10)}") == ["c0", "c1", "z"]


def test_more_than_eight_parts_are_shown_as_their_groups():
    eight = f"{GROUP % ('g', parts(7))}, {MARKED % ('z', 10)}"
    nine = f"{GROUP % ('g', parts(8))}, {MARKED % ('z', 10)}"
    assert len(ids(eight)) == 8
    assert ids(nine) == ["g", "z"]


def test_more_than_twenty_top_criteria_are_no_stack():
    assert len(ids(parts(20))) == 20
    assert ids(parts(21)) == []


def test_points_that_do_not_add_up_to_the_total_are_no_stack():
    over = "panel: {aggregate: median, over: totals}"
    assert ids(parts(2)) == ["c0", "c1"]
    uneven = {"A": {"c0": ["1", "9", "5"], "c1": ["9", "9", "1"]}}
    assert ids(parts(2), over, **uneven) == []


def test_a_group_that_is_no_sum_of_its_parts_stays_whole():
    group = "{id: g, points: 5, rescale: {formula: points * raw / of}, criteria: [%s]}"
    assert ids(f"{group % parts(2)}, {MARKED % ('z', 10)}") == ["g", "z"]


def test_what_gives_no_points_is_not_shown():
    check = "{id: k, points: 0, score: {method: check}}"
    made = sheet(f"criteria: [{check}, {MARKED % ('z', 10)}]")
    result = evaluate(made, {"A": {"k": ["○"], "z": ["5"]}})
    assert [each.id for each in stacked(result)] == ["z"]
    made = sheet(f"criteria: [{GROUP % ('g', check + ', ' + MARKED % ('z', 10))}]")
    result = evaluate(made, {"A": {"k": ["○"], "z": ["5"]}})
    assert [each.id for each in stacked(result)] == ["z"]


def test_only_what_counts_in_the_last_stage_is_shown():
    stages = """
stages:
  - {id: one, name: 一次, criteria: [a], gate: {top: 2}}
  - {id: two, name: 二次, criteria: [b], carry_over: %s}
"""
    criteria = f"{MARKED % ('a', 10)}, {MARKED % ('b', 10)}"
    assert ids(criteria, stages % "true") == ["a", "b"]
    assert ids(criteria, stages % "false") == ["b"]


def test_nobody_ranked_is_no_stack():
    made = sheet(f"criteria: [{parts(1)}]")
    result = evaluate(made, {"A": {"c0": ["5"], "status": "withdrawn"}})
    assert not result.ranked
    assert stacked(result) == ()
