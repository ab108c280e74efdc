"""The page of a comparison."""

from fractions import Fraction

import pytest

from procscore.model.rules_told import FACETS
from procscore.pages.comparison import page
from support.comparisons import CITY, TOWN, compared

COMPARISON = compared(CITY, TOWN, library=[CITY])


def tables(by="topic", comparison=COMPARISON):
    return {str(block.title): block for block in page(comparison, by).blocks}


def texts(table):
    return [[str(cell.text) for cell in row] for row in table.rows]


def test_each_sheet_stands_on_top_with_its_points():
    head = page(COMPARISON).blocks[0]
    assert texts(head) == [["a", "test", "100", "60 : 40"], ["b", "test", "200", "180 : 20"]]


def test_points_that_do_not_count_are_told_on_top_and_below():
    partly = """
        criteria: [{id: cost, points: 200, topic: total-price}, {id: plan, points: 300}]
        stages:
          - {id: first, name: first, criteria: [cost]}
          - {id: second, name: second, criteria: [plan], carry_over: false}
    """
    content = page(compared(CITY, partly))
    assert texts(content.blocks[0])[1][2:] == ["500, of which 300 count", "300 : 0"]
    assert any(str(note).startswith("b: cost: judged in") for note in content.blocks[1].notes)


def test_shares_by_topic_are_rounded_for_the_reader_and_exact_beside_it():
    third = "criteria: [{id: x, points: 1, topic: training}, {id: y, points: 2, topic: functions}]"
    table = tables(comparison=compared(CITY, third))["Shares by topic"]
    assert texts(table)[2] == ["Functions", "", "66.7 %"]
    assert [row[2].value for row in table.rows if row[2].value] == [Fraction(2, 3), Fraction(1, 3)]
    assert "Shares are rounded half up to one decimal place." in map(str, table.notes)


def test_the_greatest_share_of_the_table_is_the_hottest():
    table = tables()["Shares by topic"]
    heats = {str(row[0].text): [cell.heat for cell in row[1:]] for row in table.rows}
    assert heats["Organisation and staff"] == [Fraction(2, 5), 1]
    assert heats["Training"] == [None, Fraction(1, 5)]


def test_a_mere_check_is_no_share():
    checks = """
        criteria:
          - {id: x, points: 5}
          - {id: y, topic: demonstration, score: {method: check}}
          - {id: z, topic: security, score: {method: check}}
    """
    table = tables(comparison=compared(CITY, checks))["Shares by topic"]
    rows = {row[0]: row[1:] for row in texts(table)}
    assert rows["Demonstration"][1] == "check"
    assert "Security" not in rows  # nobody gives points for it: it stands among the minimums
    assert any(str(note).startswith("“check”: it is passed or not") for note in table.notes)
    assert not any("“check”" in str(note) for note in tables()["Shares by topic"].notes)


def test_by_group_what_is_below_stands_further_in():
    deep = """
        criteria:
          - id: t
            name: 技術点
            criteria: [{id: g, name: 計画, criteria: [{id: g1, points: 5}]}, {id: d, points: 5}]
    """
    table = tables("group", compared(CITY, deep))["Shares by group"]
    assert [(str(row[0].text), row[0].indent) for row in table.rows] == [
        ("技術点", 0),
        ("計画", 1),
        ("d", 1),
        ("価格点", 0),
    ]


def test_by_item_every_item_stands_below_its_topic_with_what_differs():
    rows = texts(tables("item")["Shares by item"])
    assert rows[:6] == [
        ["Plan and schedule", "30.0 %", "30.0 %", ""],
        ["1. 実施計画", "30.0 %", "30.0 %", ""],
        ["Organisation and staff", "20.0 %", "50.0 %", ""],
        ["2. 実施体制", "20.0 %", "50.0 %", "other weight, other scale"],
        ["Training", "", "10.0 %", ""],
        ["研修", "", "10.0 %", "only in b"],
    ]


def test_by_item_it_is_told_how_each_is_scored():
    rows = texts(tables("item")["Points, and how they are given"])
    assert rows[1][1].startswith("20: 0 to 5")
    assert rows[1][2].startswith("100: A 100%, B 75%")
    assert rows[2][1] == ""


def test_items_are_counted_for_each_sheet():
    assert texts(tables()["The same items and others"]) == [
        ["in all", "4", "4"],
        ["only in this sheet", "1", "1"],
        ["also in another", "3", "3"],
        ["with another weight there", "2", "2"],
        ["scored in another way there", "1", "1"],
    ]


@pytest.mark.parametrize(("by", "hinted"), [("topic", True), ("group", True), ("item", False)])
def test_the_list_of_items_is_offered_where_it_is_not_shown(by, hinted):
    notes = map(str, tables(by)["The same items and others"].notes)
    assert ("They are listed with --by item." in notes) is hinted


def test_each_pair_and_the_nearest_are_told_with_what_the_number_means():
    table = tables()["How near they are"]
    assert texts(table) == [
        ["a", "100.0 %", "60.0 %", "b", ""],
        ["b", "60.0 %", "100.0 %", "a", "built-in-1 60.0 %"],
    ]
    assert "the smaller of the two shares" in str(table.notes[0])


def test_equally_near_sheets_are_all_told_and_none_that_is_apart():
    apart = "criteria: [{id: x, points: 1, topic: extra}]"
    table = tables(comparison=compared(CITY, TOWN, TOWN, apart))["How near they are"]
    assert [str(row[5].text) for row in table.rows] == ["b, c", "c", "b", ""]


def test_rules_that_differ_stand_side_by_side_and_those_alike_below():
    table = tables()["The rules"]
    rows = {str(row[0].text): [str(cell.text) for cell in row[1:]] for row in table.rows}
    notes = [str(note) for note in table.notes]
    for facet in FACETS.values():
        told = ["\n".join(map(str, facet.tell(each.sheet))) for each in COMPARISON.sheets]
        alike = len(set(told)) == 1
        differs = facet.compared and not alike
        assert rows.get(facet.title) == (told if differs else None)
        below = f"{facet.title}, the same in all: {told[0]}"
        assert (below in notes) == (facet.compared and alike and told[0] != "")
    assert rows
    assert notes


@pytest.mark.parametrize("by", ["topic", "group", "item"])
def test_every_row_has_a_cell_for_every_column(by):
    for block in page(COMPARISON, by).blocks:
        assert {len(row) for row in block.rows} == {len(block.columns)}
