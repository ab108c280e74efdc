"""Lines known by what they are called."""

import pytest

from procscore.verifying.pairing import AS_THEY_STAND, Heads, paired


def nothing(_line, _there):
    return 0


def keys(*names, block=""):
    """Return lines from 1 on, each with its name and further texts: `"A 失格"`."""
    return {line: (block, *name.split()) for line, name in enumerate(names, start=1)}


def pairs(found, expected, likeness=nothing, **more):
    made = paired(found, expected, likeness, **more)
    assert made.found == {there: line for line, there in made.pairs.items()}
    return dict(made.pairs)


def test_lines_that_say_the_same_are_paired_in_their_order_and_then_anywhere():
    assert pairs(keys("A", "B", "C"), keys("A", "C")) == {1: 1, 2: 3}
    made = paired(keys("A", "B", "C"), keys("C", "A", "B"), nothing)
    assert (dict(made.pairs), made.moved) == ({1: 3, 2: 1, 3: 2}, {1})
    assert pairs(keys("A x", "B y"), keys("B z", "A w")) == {1: 2, 2: 1}


def test_what_is_left_between_known_lines_is_paired_in_its_order():
    found, expected = keys("A", "x", "B"), keys("A", "y", "B")
    assert pairs(found, expected) == {1: 1, 2: 2, 3: 3}
    made = paired(keys("A", "x", "v", "B"), expected, nothing)
    assert (dict(made.pairs), made.missing, made.added) == ({1: 1, 3: 4}, (2,), (2, 3))


@pytest.mark.parametrize(
    ("found", "expected", "together"),
    [
        ("xab", "ab", {1: 2, 2: 3}),
        ("axb", "ab", {1: 1, 2: 3}),
        ("abx", "ab", {1: 1, 2: 2}),
        ("ab", "axb", {1: 1, 3: 2}),
        ("b", "ab", {2: 1}),
        ("xy", "abc", {}),
        ("axyb", "acb", {1: 1, 3: 4}),
        ("ba", "aba", {2: 1, 3: 2}),
    ],
)
def test_of_unknown_lines_those_are_paired_that_have_the_most_in_common(found, expected, together):
    here, there = (
        keys(*(f"{where}{at}" for at in text)) for where, text in (("f", found), ("e", expected))
    )
    made = pairs(here, there, lambda line, at: int(expected[line - 1] == found[at - 1]))
    assert made == together


def test_lines_that_say_a_lot_and_nothing_in_common_are_not_each_other():
    assert pairs(keys("A社 失格 価格"), keys("B社 辞退 書面")) == {}
    assert pairs(keys("A社 失格 価格"), keys("B社 辞退 価格")) == {1: 1}
    assert pairs(keys("A社 失格"), keys("B社 辞退")) == {1: 1}


def test_names_are_those_of_a_block_or_of_the_same_headings():
    one, other = keys("A x", block="甲"), keys("A y", block="乙")
    head = {5: ("甲", "名", "値"), 6: ("甲", "A", "x"), 7: ("甲", "B", "x")}
    moved = {5: ("乙", "名", "値"), 6: ("乙", "B", "y"), 7: ("乙", "A", "y")}
    assert pairs(head, moved, heads=Heads((5,), (5,))) == {5: 5, 6: 7, 7: 6}
    assert pairs(one, other) == {1: 1}  # for want of any other


def test_of_lines_of_one_name_below_the_same_headings_none_is_meant():
    head = {5: ("甲", "名", "値"), 6: ("甲", "A", "x"), 7: ("甲", "A", "z"), 8: ("甲", "B", "x")}
    moved = {5: ("乙", "名", "値"), 6: ("乙", "B", "y"), 7: ("乙", "A", "w"), 8: ("乙", "A", "y")}
    made = pairs(head, moved, heads=Heads((5,), (5,)))
    assert made == {5: 5, 6: 8}  # B alone; the others stand before and behind it


def test_of_nothing_nothing_is_known():
    assert (dict(AS_THEY_STAND.pairs), dict(AS_THEY_STAND.found)) == ({}, {})
