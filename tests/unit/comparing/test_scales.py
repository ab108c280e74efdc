"""When an item is marked in the same way in two sheets."""

import pytest

from procscore.comparing.scales import same_scale
from support.values import sheet

SHEET = """
    scales:
      letters: {A: 100%%, B: 50%%, C: 0%%}
      words: {優: 4, 良: 2, 可: 0}
      three: {A: 100%%, B: 50%%, C: 10%%}
    quantities: {staff: {}}
    criteria: [{id: a, points: %s, %s}]
"""
MARKS = "score: {method: marks}"
STEPS = "score: {method: marks, step: 1}"


def leaf_of(points, text):
    whole = sheet(SHEET % (points, text))
    return whole, whole.leaves[0]


def same(one, other):
    forth = same_scale(*leaf_of(*one), *leaf_of(*other))
    assert same_scale(*leaf_of(*other), *leaf_of(*one)) is forth
    return forth


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((10, MARKS), (10, MARKS)),
        ((10, MARKS), (20, MARKS)),
        ((10, STEPS), (20, STEPS)),
        ((10, "score: {method: marks, to: 5}"), (20, "score: {method: marks, to: 5}")),
        ((5, "score: {method: marks}"), (20, "score: {method: marks, to: 5}")),
        (
            (10, "score: {method: marks, allowed: [5, 3, 0]}"),
            (20, "score: {method: marks, allowed: [0, 3, 5]}"),
        ),
        (
            (10, "score: {method: grades, scale: letters}"),
            (10, "score: {method: grades, scale: words, by: secretariat}"),
        ),
        (
            (10, "score: {method: price, amount: total, formula: lowest-ratio}"),
            (
                40,
                "score: {method: price, amount: total, formula: points * lowest/price, round: {places: 0, mode: down}}",
            ),
        ),
        (
            (10, "score: {method: formula, formula: 'min(points, staff)'}"),
            (10, "score: {method: formula, formula: 'min(points,staff)'}"),
        ),
        (
            (10, "score: {method: check, votes: all}"),
            (10, "score: {method: check, by: secretariat}"),
        ),
    ],
)
def test_the_same(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((10, MARKS), (10, STEPS)),
        ((10, MARKS), (10, "score: {method: marks, to: 5}")),
        ((10, MARKS), (10, "score: {method: marks, from: -10}")),
        ((10, MARKS), (10, "score: {method: marks, allowed: [10, 5, 0]}")),
        (
            (10, "score: {method: marks, allowed: [5, 3, 0]}"),
            (10, "score: {method: marks, allowed: [5, 4, 0]}"),
        ),
        ((10, MARKS), (10, "score: {method: grades, scale: letters}")),
        (
            (10, "score: {method: grades, scale: letters}"),
            (10, "score: {method: grades, scale: three}"),
        ),
        (
            (10, "score: {method: price, amount: total, formula: lowest-ratio}"),
            (10, "score: {method: price, amount: total, formula: linear-from-lowest}"),
        ),
        (
            (10, "score: {method: formula, formula: 'min(points, staff)'}"),
            (10, "score: {method: formula, formula: 'min(points, 2 * staff)'}"),
        ),
        ((10, "score: {method: check}"), (10, "score: {method: check, fail: points}")),
        ((10, MARKS), (10, "rescale: {formula: points * raw / best}")),
    ],
)
def test_others(one, other):
    assert not same(one, other)
