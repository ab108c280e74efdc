"""A comparison as CSV."""

import csv

from procscore.export import comparison_csv
from support.comparisons import CITY, TOWN, compared

COMPARISON = compared(CITY, TOWN)


def rows(content):
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(content.decode("utf-8-sig").splitlines()))


def test_each_sheet_has_its_points_and_its_share_beside_each_topic():
    headings, *found = rows(comparison_csv.by_topic(COMPARISON))
    assert headings == ["Topic", "a / Points", "a / %", "b / Points", "b / %"]
    assert found[1:3] == [
        ["Organisation and staff", "20", "20", "100", "50"],
        ["Training", "", "", "20", "10"],
    ]


def test_groups_have_their_depth():
    headings, *found = rows(comparison_csv.by_group(COMPARISON))
    assert headings[:2] == ["Group", "Depth"]
    assert found == [
        ["技術点", "0", "60", "60", "180", "90"],
        ["価格点", "0", "40", "40", "20", "10"],
    ]


def test_items_stand_with_their_topic_and_how_they_are_scored():
    headings, *found = rows(comparison_csv.by_item(COMPARISON))
    assert headings[2:5] == ["a / Points", "a / %", "a / How it is scored"]
    assert found[1] == [
        "Organisation and staff",
        "2. 実施体制",
        *("20", "20", "0 to 5, whole numbers"),
        *("100", "50", "A 100%, B 75%, C 50%, D 0%"),
        "other weight, other scale",
    ]
    assert found[2][2:5] == ["", "", ""]


def test_a_share_that_does_not_end_is_rounded_to_a_number_for_excel():
    third = "criteria: [{id: x, points: 1, topic: training}, {id: y, points: 2, topic: functions}]"
    found = rows(comparison_csv.by_topic(compared(CITY, third)))
    assert ["Functions", "", "", "2", "66.6667"] in found


def test_a_name_never_becomes_a_formula():
    named = 'criteria: [{id: x, name: "=1+1", points: 1}]'
    found = rows(comparison_csv.by_item(compared(CITY, named)))
    assert "'=1+1" in [row[1] for row in found]
