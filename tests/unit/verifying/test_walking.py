"""Two trees of JSON."""

import pytest

from procscore.verifying.walking import is_cell, text, walked


def test_things_of_a_list_are_known_by_their_ids():
    found = {"vendors": [{"id": "A", "rank": "2"}]}
    expected = {"vendors": [{"id": "B", "rank": "1"}, {"id": "A", "rank": "1"}]}
    assert list(walked(found, expected)) == [
        (("vendors", "B"), None, {"id": "B", "rank": "1"}),
        (("vendors", "A", "rank"), "2", "1"),
    ]


@pytest.mark.parametrize("key", ["evaluator", "name"])
def test_without_ids_they_are_known_by_whose_or_what_they_are(key):
    found, expected = [{key: "B", "v": 1}, {key: "A", "v": 2}], [{key: "A", "v": 2}]
    assert list(walked(found, expected)) == [(("B",), {key: "B", "v": 1}, None)]


def test_where_ids_are_not_distinct_in_both_they_are_known_by_their_places():
    twice, once = [{"id": "A"}, {"id": "A"}], [{"id": "A"}, {"id": "B"}]
    for found, expected in ((twice, once), (once, twice)):
        assert [path for path, *_ in walked(found, expected)] == [("1", "id")]


def test_vendors_in_another_order_are_told_and_others_are_not():
    found, expected = [{"id": "B"}, {"id": "A"}], [{"id": "A"}, {"id": "B"}]
    told = [(("vendors",), ["B", "A"], ["A", "B"])]
    assert list(walked({"vendors": found}, {"vendors": expected})) == told
    assert list(walked({"items": found}, {"items": expected})) == []
    assert list(walked({"vendors": found}, {"vendors": found})) == []
    for other in ([{}, {}], [{"id": "A"}, {"id": "A"}]):
        for pair in ((found, other), (other, found)):
            told = [path for path, *_ in walked(*({"vendors": each} for each in pair))]
            assert told
            assert ("vendors",) not in told
    fewer = list(walked({"vendors": found[:1]}, {"vendors": expected}))
    assert fewer == [(("vendors", "A"), None, {"id": "A"})]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (("stages", "first", "ranked"), True),
        (("criteria", "document", "stages"), True),
        (("ties",), False),
    ],
)
def test_an_order_is_told_where_it_says_something(path, told):
    def within(items):
        for key in reversed(path):
            items = {key: items}
        return items

    one, other = [{"id": "a"}, {"id": "b"}], [{"id": "b"}, {"id": "a"}]
    expected = [(path, ["a", "b"], ["b", "a"])] if told else []
    assert list(walked(within(one), within(other))) == expected


def test_true_is_not_one_and_what_is_equal_is_not_told():
    assert list(walked({"a": True, "b": [1]}, {"a": 1, "b": [1]})) == [(("a",), True, 1)]


@pytest.mark.parametrize(("one", "other"), [({"a": 1}, [1]), ([1], "1"), ({"a": 1}, None)])
def test_what_is_of_another_kind_is_told_as_a_whole(one, other):
    assert list(walked({"k": one}, {"k": other})) == [(("k",), one, other)]
    assert list(walked({"k": other}, {"k": one})) == [(("k",), other, one)]


def test_a_key_that_is_not_there_is_not_null():
    assert list(walked({"a": None}, {})) == [(("a",), None, None)]
    assert list(walked({}, {"a": None})) == [(("a",), None, None)]


def test_a_list_of_words_is_one_thing_and_numbers_are_told_one_by_one():
    assert list(walked({"order": ["B", "A"]}, {"order": ["A"]})) == [
        (("order",), ["B", "A"], ["A"])
    ]
    groups = [["B"], ["A"]], [["A", "B"]]
    assert list(walked(*({"order": each} for each in groups))) == [(("order",), *groups)]
    numbers = ({"marks": {"value": ["1", each]}} for each in "23")
    assert list(walked(*numbers)) == [(("marks", "value", "1"), "2", "3")]
    mixed = {"order": ["A", 2]}, {"order": ["A", "B"]}
    assert list(walked(*mixed)) == [(("order", "1"), 2, "B")]


def test_another_number_of_what_went_in_is_one_difference():
    for key in ("value", "cells"):
        pair = [{"a": 1}, {"a": 2}], [{"a": 2}]
        assert list(walked(*({"marks": {key: each}} for each in pair))) == [(("marks", key), *pair)]
    pair = [{"a": 1}, {"a": 2}], [{"a": 2}]
    told = [path for path, *_ in walked(*({"ties": each} for each in pair))]
    assert told == [("ties", "0", "a"), ("ties", "1")]


CELL = {"file": "b.xlsx", "sheet": "marks", "cell": "D2"}


def test_a_cell_is_one_thing():
    other = {**CELL, "cell": "D3"}
    assert list(walked({"cell": CELL}, {"cell": other})) == [(("cell",), CELL, other)]
    assert list(walked({"cell": CELL}, {"cell": dict(CELL)})) == []
    more = {**CELL, "sha256": "0"}
    assert list(walked({"cell": CELL}, {"cell": more})) == [(("cell", "sha256"), None, "0")]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (CELL, True),
        ({"file": "b.yaml", "line": 1, "column": 2}, True),
        ({"file": "b.xlsx"}, True),
        ({"file": "b.xlsx", "sha256": "0"}, False),
        ({"sheet": "marks", "cell": "D2"}, False),
        ("file", False),
        (None, False),
    ],
)
def test_what_a_cell_is(value, cell):
    assert is_cell(value) is cell


def test_what_is_nested_deep_is_told_by_one_level():
    deep = "x"
    for _ in range(5_000):
        deep = [deep]
    assert text(["a", ["b", "c"], deep]) == "a, [b, c], […]"
    vendors = [{"id": deep}, {"id": "A"}]
    assert list(walked({"vendors": vendors}, {"vendors": []}))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        ([], "[]"),
        ({"name": "甲社", "value": "1"}, "甲社"),
        ({"mark": "A", "value": "1"}, "A"),
        ({"value": "1", "reason": "?"}, "1"),
        ({"rule": "ceiling", "reason": "too dear"}, "too dear"),
        ({"name": "", "value": ["1"]}, "{…}"),
        ([{"value": "1"}, None], "1, "),
        (CELL, "b.xlsx [marks] D2"),
        ({"file": "b.xlsx"}, "b.xlsx"),
        ({"file": "b.xlsx", "cell": 7}, "b.xlsx 7"),
        ({"vendors": ["A", "B"], "value": "1"}, "A, B"),
        ({"vendors": [], "value": "1"}, "1"),
        ({"vendors": [7], "value": "1"}, "1"),
        ({"mark": "", "value": None}, "blank"),
        ({"formula": "mean(marks)"}, "mean(marks)"),
    ],
)
def test_what_stands_there_is_told_in_short(value, told):
    assert text(value) == told
