"""A comparison as JSON."""

import json

from procscore import language
from procscore.export.comparison_json import export
from support.comparisons import CITY, TOWN, compared

COMPARISON = compared(CITY, TOWN, library=[CITY])
CONTENT = json.loads(export(COMPARISON))


def test_it_names_its_format_and_its_sheets():
    assert CONTENT["procscore"] == "comparison/1"
    first = CONTENT["sheets"][0]
    assert first["sheet"] == "a"
    assert first["digest"].startswith("digest of")
    assert {each: first[each] for each in ("points", "counted", "technical", "price")} == {
        "points": "100",
        "counted": "100",
        "technical": "60",
        "price": "40",
    }


def test_rows_hold_exact_numbers_by_sheet_and_null_where_there_is_nothing():
    training = next(row for row in CONTENT["topics"] if row["topic"] == "training")
    assert training["sheets"] == {"a": None, "b": {"points": "20", "share": "0.1"}}
    assert CONTENT["groups"][0] == {
        "name": "技術点",
        "depth": 0,
        "sheets": {"a": {"points": "60", "share": "0.6"}, "b": {"points": "180", "share": "0.9"}},
    }


def test_a_share_that_does_not_end_is_a_fraction():
    third = "criteria: [{id: x, points: 1, topic: training}, {id: y, points: 2, topic: functions}]"
    content = json.loads(export(compared(CITY, third)))
    assert content["similarity"]["b"] == {"a": "0", "b": "1"}
    rows = {row["topic"]: row["sheets"]["b"] for row in content["topics"]}
    assert rows["functions"] == {"points": "2", "share": "2/3"}


def test_items_say_how_they_differ_and_how_they_are_scored():
    staff = CONTENT["items"][1]
    assert (staff["only_in"], staff["other_weight"], staff["other_scale"]) == (None, True, True)
    assert staff["sheets"]["b"] == {
        "id": "people",
        "name": "①実施体制",
        "topic": "organisation",
        "of": "100",
        "points": "100",
        "share": "0.5",
        "method": "grades",
        "by": "panel",
        "how": "A 100%, B 75%, C 50%, D 0%",
    }
    assert [each["only_in"] for each in CONTENT["items"]] == [None, None, "b", "a", None]


def test_rules_pairs_and_the_nearest_are_there():
    rules = {each["rule"]: each["sheets"] for each in CONTENT["rules"]}
    assert "lowest price ÷ price" in rules["price"]["a"][0]
    assert rules["stages"] == {"a": [], "b": []}
    assert CONTENT["similarity"]["a"] == {"a": "1", "b": "0.6"}
    assert CONTENT["nearest"]["b"] == {
        "compared": [{"sheet": "a", "title": "test", "similarity": "0.6"}],
        "library": [{"sheet": "built-in-1", "title": "test", "similarity": "0.6"}],
    }


def test_the_language_changes_nothing_but_sentences():
    language.use("ja")
    japanese = json.loads(export(COMPARISON))
    for each in ("topics", "groups", "similarity", "nearest"):
        assert japanese[each] == CONTENT[each]
