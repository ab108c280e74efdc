"""Sheets side by side, computed by hand."""

from support.comparisons import CITY, TOWN, compared, shares
from support.values import text


def test_shares_by_topic():
    found = compared(CITY, TOWN)
    assert [(row.topic, shares(row.weights)) for row in found.topics] == [
        ("schedule", [("30", "0.3"), ("60", "0.3")]),
        ("organisation", [("20", "0.2"), ("100", "0.5")]),
        ("training", [None, ("20", "0.1")]),
        ("demonstration", [("10", "0.1"), None]),
        ("total-price", [("40", "0.4"), ("20", "0.1")]),
    ]


def test_what_states_no_topic_has_a_row_of_its_own_and_the_last():
    found = compared(CITY, "criteria: [{id: a, points: 6}, {id: b, points: 2}]")
    last = found.topics[-1]
    assert (last.topic, shares(last.weights)) == (None, [None, ("8", "1")])


def test_groups_of_one_name_meet_and_items_are_not_shown_where_no_group_is_beside_them():
    found = compared(CITY, TOWN)
    assert [(row.name, row.depth, shares(row.weights)) for row in found.groups] == [
        ("技術点", 0, [("60", "0.6"), ("180", "0.9")]),
        ("価格点", 0, [("40", "0.4"), ("20", "0.1")]),
    ]


def test_groups_below_groups_add_up_in_each_sheet():
    deep = """
        criteria:
          - id: technical
            name: 1. 技術点
            criteria:
              - {id: plan, name: 計画, criteria: [{id: p1, points: 30}, {id: p2, points: 10}]}
              - {id: demo, name: デモ, points: 40}
          - {id: other, name: 加点, points: 20}
    """
    found = compared(deep, TOWN)
    assert [(row.name, row.depth, shares(row.weights)) for row in found.groups] == [
        ("1. 技術点", 0, [("80", "0.8"), ("180", "0.9")]),
        ("計画", 1, [("40", "0.4"), None]),
        ("デモ", 1, [("40", "0.4"), None]),
        ("加点", 0, [("20", "0.2"), None]),
        ("価格点", 0, [None, ("20", "0.1")]),
    ]


def test_items_are_matched_by_name_and_stand_under_their_topic():
    found = compared(CITY, TOWN)
    assert [
        (item.name, item.topic, item.only_in, item.other_weight, item.other_scale)
        for item in found.items
    ] == [
        ("1. 実施計画", "schedule", None, False, False),
        ("2. 実施体制", "organisation", None, True, True),
        ("研修", "training", 1, False, False),
        ("デモ", "demonstration", 0, False, False),
        ("価格点", "total-price", None, True, False),
    ]
    staff = found.items[1]
    assert [place.leaf.id for place in staff.places] == ["staff", "people"]
    assert shares(place.weight for place in staff.places) == [("20", "0.2"), ("100", "0.5")]


def test_an_item_stands_under_the_first_topic_that_a_sheet_states_for_it():
    texts = [
        f"criteria: [{{id: a, name: 操作研修, points: 5{topic}}}]"
        for topic in ("", ", topic: training", ", topic: usability")
    ]
    (item,) = compared(*texts).items
    assert item.topic == "usability"
    (item,) = compared(*reversed(texts)).items
    assert item.topic == "usability"


def test_pairs_and_the_nearest():
    found = compared(CITY, TOWN, library=[TOWN, CITY])
    assert {pair: text(overlap) for pair, overlap in found.similarity.items()} == {
        ("a", "a"): "1",
        ("a", "b"): "0.6",
        ("b", "a"): "0.6",
        ("b", "b"): "1",
    }
    first, second = found.nearest
    assert [each.label for each in (*first.compared, *first.library)] == ["b", "built-in-1"]
    assert [each.label for each in (*second.compared, *second.library)] == ["a", "built-in-2"]


def test_points_that_do_not_count_are_in_no_row():
    found = compared(
        CITY,
        """
        criteria: [{id: cost, points: 200, topic: total-price}, {id: plan, points: 300, topic: schedule}]
        stages:
          - {id: first, name: first, criteria: [cost]}
          - {id: second, name: second, criteria: [plan], carry_over: false}
        """,
    )
    assert {row.topic: shares(row.weights)[1] for row in found.topics if row.weights[1]} == {
        "schedule": ("300", "1")
    }
    assert [row.name for row in found.groups if row.weights[1]] == ["plan"]
    assert [item.name for item in found.items if item.places[1]] == ["plan"]
