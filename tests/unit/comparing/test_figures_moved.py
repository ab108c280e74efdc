"""The figures that moved, and the award."""

from dataclasses import replace
from fractions import Fraction

import pytest

from procscore.comparing.figures_moved import award_of, figures, passed
from procscore.language import message
from procscore.model.changes import Passed
from procscore.model.result import StageResult
from procscore.model.scope import up_to
from support.values import evaluate, price, sheet

RULES = f"""
    amounts: {{initial: {{}}, yearly: {{}}, total: {{formula: initial + 5 * yearly}}}}
    criteria: [{{id: plan, points: 60}}, {price(40)}]
"""


def result(yearly, rules=RULES):
    bids = {
        "A": {"plan": [50], "initial": 50, "yearly": yearly},
        "B": {"plan": [40], "initial": 50, "yearly": 10},
    }
    return evaluate(sheet(rules), bids)


def told(old, new):
    return [(e.figure, e.vendor, str(e.what), e.old, e.new) for e in figures(old, new, ("A", "B"))]


def test_a_computed_amount_goes_before_its_points():
    # A's price 100 → 125; B's stays 100, the lowest: 40 × 100 / 125 = 32.
    assert told(result(10), result(15)) == [
        ("amount", "A", "total", 100, 125),
        ("points", "A", "price", 40, 32),
        ("total", "A", "Total", 90, 82),
    ]


def test_the_value_that_is_ranked_is_told_where_it_is_not_the_total():
    by_value = RULES + "\n    ranking: {by: formula, formula: plan / total * 100}\n"
    found = told(result(10, by_value), result(15, by_value))
    assert ("value", "A", "Value", 50, 40) in found
    assert ("rank", "A", "Rank", 1, 2) not in found
    assert [each.by for each in figures(result(10), result(15), ("A",))] == [
        Fraction(25),
        Fraction(-8),
        Fraction(-8),
    ]


@pytest.mark.parametrize("who", ["winners", "reserve", "undecided"])
def test_another_award_is_another(who):
    old = result(10)
    assert award_of(old) == award_of(result(10))
    assert award_of(replace(old, award=replace(old.award, **{who: ("Z",)}))) != award_of(old)


def test_who_is_passed_over_counts_and_not_how_it_is_told():
    old = result(10)
    over, again = (
        replace(old, award=replace(old.award, passed_over={"A": message(text)})) for text in "xy"
    )
    assert award_of(over) != award_of(old)
    assert award_of(over) == award_of(again)


STAGES = """
    stages:
      - {id: one, name: first, criteria: [plan], gate: {top: 1}}
      - {id: two, name: second, criteria: [price]}
"""


def staged(passed, undecided=(), ranked=None, provisional=None):
    """Return the result with an earlier stage, or as the stage itself where nobody is chosen yet."""
    whole = result(10)
    stage = StageResult("one", "first", Fraction(10), ranked or whole.ranked, passed, undecided, ())
    criteria = sheet(RULES + STAGES)
    if provisional is not None:
        criteria = up_to(criteria, "one")
    return replace(whole, criteria=criteria, stages=(stage,), provisional=provisional)


def test_who_goes_on_from_an_earlier_stage_is_told_apart_from_the_award():
    old = staged(("A",))
    new = staged(("B",))
    assert award_of(old) == award_of(new)
    assert list(passed(old, new)) == [Passed("one", "first", ("A",), ("B",))]
    assert list(passed(staged(("A", "B")), staged(("B", "A")))) == []


def test_while_nobody_is_chosen_who_goes_on_is_the_award():
    later = message("later")
    old = staged(("A",), provisional=later)
    assert award_of(old) != award_of(staged(("B",), provisional=later))
    assert award_of(old) != award_of(staged(("A",), ("B",), provisional=later))
    assert award_of(staged(("A", "B"), provisional=later)) == award_of(
        staged(("B", "A"), provisional=later)
    )
    assert list(passed(old, staged(("B",), provisional=later))) == []
    assert award_of(replace(result(10), provisional=later)) != award_of(result(10))


def test_total_and_rank_of_an_earlier_stage_are_told_and_its_award_is_not():
    first, second = result(10).ranked
    points = replace(first.total, exact=first.total.exact - 1, value=first.total.value - 1)
    other = (
        replace(second, rank=Fraction(1)),
        replace(first, rank=Fraction(2), total=points),
    )
    names = first.vendor.id, second.vendor.id
    found = figures(staged(names), staged(names, ranked=other), names)
    assert [(each.figure, each.vendor, str(each.what), each.by, each.stage) for each in found] == [
        ("total", names[0], "Total in “first”", -1, "one"),
        ("rank", names[0], "Rank in “first”", 1, "one"),
        ("rank", names[1], "Rank in “first”", -1, "one"),
    ]


def test_a_stage_that_the_part_does_not_end_with_is_not_its_award():
    waiting = message("waiting")
    old, new = (replace(staged(who), provisional=waiting) for who in (("A",), ("B",)))
    assert award_of(old) == award_of(new)
    assert list(passed(old, new)) == [Passed("one", "first", ("A",), ("B",))]


def test_who_went_on_from_a_stage_that_was_not_held_did_not_move():
    old = staged(("A", "B"))
    new = replace(old, stages=(replace(old.stages[0], ranked=(), passed=(), skipped=True),))
    assert list(passed(old, new)) == list(passed(new, old)) == []


def test_what_a_stage_ranks_by_is_told_where_it_is_not_the_total():
    by_value = STAGES.replace(
        "criteria: [plan],",
        "criteria: [plan], ranking: {by: formula, formula: plan / total * 100},",
    )
    old, new = (result(yearly, RULES + by_value) for yearly in (10, 15))
    found = [(e.figure, str(e.what), e.old, e.new) for e in figures(old, new, ("A",)) if e.stage]
    assert found == [("value", "Value in “first”", 50, 40)]
