"""What holds of every chain of ties: the order of vendors and evaluators never decides anything."""

import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from support.values import attempt, codes, sheet, text

VENDORS = ("A", "B", "C", "D")
EVALUATORS = ("E1", "E2", "E3")
BALLOTS = ("first-places", "second-places", "third-places", "next-places", "points-of-firsts")
COMPARED = st.sampled_from(
    [{"higher": "a"}, {"lower": "total"}, {"higher": ["a", "b"]}, {"lower": "b"}]
)
COUNTED = st.sampled_from(BALLOTS).map(lambda word: {"more": word})
PEOPLE = st.sampled_from([["committee"], ["chair"], ["vote"], ["vote", "chair"]])


@st.composite
def lots(draw):
    """Give a lot by arithmetic, or a drawn one."""
    blank = draw(st.sampled_from([{}, {"blank": "999"}, {"blank": "0"}]))
    if draw(st.booleans()):
        return {"lot": {"rule": "drawn", **blank}}
    return {
        "lot": {
            "rule": "remainder",
            "order": draw(st.sampled_from(["code", "arrival", "reading", "lot"])),
            "first": draw(st.sampled_from("01")),
            "add": draw(st.sampled_from("01")),
            "following": draw(st.sampled_from(["cyclic", "repeat", "open"])),
            **blank,
        }
    }


@st.composite
def chains(draw):
    """Give a chain that ends as a chain must."""
    steps = draw(st.lists(COMPARED | COUNTED, max_size=3, unique_by=json.dumps))
    if draw(st.booleans()):
        lot = draw(lots())
        lot["lot"]["if_equal"] = ["total"]
        return [*steps, lot, *draw(PEOPLE)]
    return [*steps, *draw(st.one_of(PEOPLE, lots().map(lambda lot: [lot])))]


@st.composite
def rules(draw):
    """Give a sheet of two criteria that three evaluators mark."""
    return {
        "criteria": [{"id": "a", "points": 10}, {"id": "b", "points": 10}],
        "ranking": {
            "by": draw(st.sampled_from(["points", "rank-sum", "first-places"])),
            "ties": draw(chains()),
            "evaluator_ranks": draw(st.sampled_from(["competition", "dense", "average"])),
        },
    }


MARK = st.integers(0, 2)
"""Few values, so that ties are common."""
NUMBERS = st.none() | st.sampled_from(["1", "2", "03", "7"])


@st.composite
def some_bids(draw):
    """Give vendors that are often equal, with or without what could tell them apart."""
    readings = draw(st.permutations(["ア", "ガイア", "カタ", "ハイ"]))
    codes_ = draw(st.permutations(["1", "02", "10", "9"]))
    alike = draw(st.booleans())
    same = {leaf: {each: draw(MARK) for each in EVALUATORS} for leaf in ("a", "b")}
    return {
        vendor: {
            **(
                same
                if alike
                else {leaf: {each: draw(MARK) for each in EVALUATORS} for leaf in ("a", "b")}
            ),
            "total": draw(st.sampled_from([1, 2])),
            "lot": draw(NUMBERS),
            "code": codes_[index],
            "arrival": draw(st.sampled_from(["1", "2", "3", "4", None])),
            "reading": readings[index],
            "decision": draw(NUMBERS),
        }
        for index, vendor in enumerate(VENDORS)
    }


def inner(rule):
    """Return the rule of a lot without the list of those for whom a number was taken."""
    return rule.details.get("rule", rule)


def found(written, vendors):
    """Return everything that is decided or told, whatever the order it is told in."""
    result, problems = attempt(sheet(json.dumps(written)), vendors)
    told = {each.code for each in problems}
    if result is None:
        return told
    return (
        told,
        {each.vendor.id: (text(each.rank), text(each.compared)) for each in result.vendors},
        result.award.winners,
        {(frozenset(tie.vendors), tuple(map(frozenset, tie.order))) for tie in result.ties},
        {
            (
                str(inner(step.rule)),
                frozenset(step.values.items()),
                tuple(map(frozenset, step.order)),
            )
            for tie in result.ties
            for step in tie.steps
        },
    )


@given(rules(), some_bids(), st.permutations(VENDORS), st.permutations(EVALUATORS))
def test_the_order_of_vendors_and_evaluators_never_decides_a_tie(written, vendors, turned, people):
    shuffled = {
        vendor: {
            key: {each: entry[each] for each in people} if isinstance(entry, dict) else entry
            for key, entry in vendors[vendor].items()
        }
        for vendor in turned
    }
    assert found(written, vendors) == found(written, shuffled)


@given(rules(), some_bids())
def test_every_step_refines_the_one_before_and_the_last_is_the_order(written, vendors):
    result, _ = attempt(sheet(json.dumps(written)), vendors)
    for tie in result.ties if result else ():
        groups = {frozenset(tie.vendors)}
        for step in tie.steps:
            group = frozenset(vendor for each in step.order for vendor in each)
            assert group in groups
            assert set(step.values) == group
            groups = groups - {group} | set(map(frozenset, step.order))
        assert groups == set(map(frozenset, tie.order))


@given(some_bids(), lots())
def test_a_lot_by_arithmetic_can_be_computed_again_from_its_record(vendors, lot):
    """The record of a step holds the numbers, their sum, how many they are, and the remainder."""
    written = {
        "criteria": [{"id": "a", "points": 10}, {"id": "b", "points": 10}],
        "ranking": {"ties": [lot]},
    }
    result, problems = attempt(sheet(json.dumps(written)), vendors)
    if result is None or "lot-not-drawn" in codes(problems) or lot["lot"]["rule"] == "drawn":
        return
    for step in (step for tie in result.ties for step in tie.steps):
        told = inner(step.rule).details
        numbers = [Fraction(number) for number in step.values.values()]
        assert told["total"] == sum(numbers)
        assert told["count"] == len(numbers) == len(step.values)
        assert told["remainder"] == told["total"] % told["count"]
        first, add = (int(lot["lot"][key]) for key in ("first", "add"))
        assert (told["remainder"] + add - told["winner"]) % told["count"] == 0
        assert first <= told["winner"] < first + told["count"]
        numbered = dict(str(each).split(" ")[:2] for each in told["numbered"].words)
        assert step.order[0] == (numbered[str(told["winner"])],)
