"""Where a rule stands, in words."""

import pytest

from procscore.comparing.rule_words import place_words, value_words

NAMES = {("criteria", "points"): "品質", ("amounts", "total"): "提案価格"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("ranking", "by"), "ranking › by"),
        (("criteria", "points", "points"), "criteria › 品質 › points"),
        (("scales", "to", "by"), "scales of grades › to › by"),
        (("scales", "five", "to"), "scales of grades › five › to"),
        (("eligibility", "ceiling", "to"), "eligibility › above a ceiling › to"),
        (("score", "to"), "how it is scored › highest mark"),
        (("somewhere", "else"), "somewhere › else"),
    ],
)
def test_an_id_is_never_taken_for_a_key(path, expected):
    assert str(place_words(path, NAMES)) == expected


@pytest.mark.parametrize(
    ("value", "key", "expected"),
    [
        ("total", "amount", "提案価格"),
        ("total", "aggregate", "total"),
        ([{"higher": "points"}, "lot"], "ties", "the higher 品質, lot"),
        (
            {"round": {"places": "2", "mode": "down"}},
            "score",
            "rounding (decimal places 2, mode of rounding cut down)",
        ),
        ("half-even", "mode", "half to even"),
        (
            {"aggregate": "median", "over": "totals"},
            "panel",
            "aggregation median, aggregated over each evaluator's total",
        ),
        ({"consensus": "overrides"}, "panel", "agreed marks count instead of the evaluators' own"),
        ({"down": "up"}, "scales", "down up"),
        ({"to": "50%"}, "scales", "to 50%"),
        (None, "note", ""),
    ],
)
def test_what_is_named_by_its_id_is_told_by_its_name(value, key, expected):
    assert str(value_words(value, key, NAMES)) == expected
