"""The number that says how near two sheets are."""

from fractions import Fraction

from procscore.comparing.similarity import LISTED, near, nearest, similarity
from support.comparisons import CITY, TOWN, given
from support.values import sheet


def test_the_smaller_share_of_each_topic_is_added_up():
    # schedule min(30 %, 30 %), organisation min(20 %, 50 %), price min(40 %, 10 %)
    assert similarity(sheet(CITY), sheet(TOWN)) == Fraction(60, 100)


def test_a_sheet_is_wholly_like_itself():
    assert similarity(sheet(CITY), sheet(CITY)) == 1


def test_items_without_a_topic_overlap_by_their_names_only():
    bare = sheet("criteria: [{id: a, name: 1. 研修, points: 3}, {id: b, name: 保守, points: 1}]")
    same = sheet("criteria: [{id: x, name: ①研修, points: 1}, {id: y, name: 移行, points: 1}]")
    named = sheet("criteria: [{id: x, name: 研修, points: 1, topic: training}]")
    assert similarity(bare, same) == Fraction(1, 2)
    assert similarity(bare, named) == 0


def test_a_sheet_without_points_is_like_nothing():
    empty = sheet("criteria: [{id: a, score: {method: check}, topic: security}]")
    assert similarity(empty, empty) == 0


def one_topic(label, topic):
    return given(label, f"criteria: [{{id: a, points: 1, topic: {topic}}}]")


def test_the_nearest_come_first_and_equal_ones_by_name():
    others = [one_topic("z", "demonstration"), one_topic("y", "training"), given("x", TOWN)]
    others += [one_topic("w", "demonstration")]
    found = near(given("a", CITY), others)
    assert [(each.label, each.similarity) for each in found] == [
        ("x", Fraction(6, 10)),
        ("w", Fraction(1, 10)),
        ("z", Fraction(1, 10)),
        ("y", 0),
    ]


def named(library):
    return [each.label for each in nearest(given("a", CITY), [], library).library]


def test_a_sheet_is_not_near_to_itself_in_the_library():
    assert named([given("copy", CITY), one_topic("other", "demonstration")]) == ["other"]
    among = nearest(given("a", CITY), [given("b", CITY)], []).compared
    assert [each.label for each in among] == ["b"]


def test_so_many_are_named_and_those_that_are_equally_near():
    near_ones = [given(f"near-{number}", TOWN) for number in range(LISTED - 1)]
    equal = [one_topic(f"equal-{number}", "demonstration") for number in range(2)]
    further = given(
        "further",
        "criteria: [{id: a, points: 1, topic: demonstration}, {id: b, points: 19, topic: extra}]",
    )
    assert named([further, *near_ones, *equal]) == ["near-0", "near-1", "equal-0", "equal-1"]
    assert named([*near_ones, one_topic("none", "training")]) == ["near-0", "near-1"]
