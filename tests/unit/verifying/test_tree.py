"""Two trees of JSON."""

from procscore.verifying import tree
from procscore.verifying.tree import walked


def test_things_of_a_list_are_known_by_their_ids():
    found = {"vendors": [{"id": "A", "rank": "2"}]}
    expected = {"vendors": [{"id": "B", "rank": "1"}, {"id": "A", "rank": "1"}]}
    assert list(walked(found, expected, ())) == [
        (("vendors", "B"), None, {"id": "B", "rank": "1"}),
        (("vendors", "A", "rank"), "2", "1"),
    ]


def test_true_is_not_one_and_what_is_equal_is_not_told():
    assert list(walked({"a": True, "b": [1]}, {"a": 1, "b": [1]}, ())) == [(("a",), True, 1)]


def test_what_is_nested_deep_is_told_by_one_level():
    deep = "x"
    for _ in range(5_000):
        deep = [deep]
    assert tree._text(["a", ["b"], deep]) == "a, […], […]"
    vendors = [{"id": deep}, {"id": "A"}]
    assert list(walked({"vendors": vendors}, {"vendors": []}, ()))
