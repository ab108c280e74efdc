"""What trimming left out, and as what."""

from fractions import Fraction

import pytest

from procscore.diagnostics import Location
from procscore.explaining.trimming import cuts, extremes
from procscore.model.bids import Mark
from support import results, trimmed

PLACE = Location("bids.xlsx")


def test_the_highest_and_the_lowest_total_are_told_apart(tmp_path):
    result = trimmed.evaluated(tmp_path)
    found = extremes(result.criteria, result.vendor("A社"), None)
    assert found == {"委員1": "highest", "委員3": "lowest"}


def test_of_equal_totals_nothing_is_told(tmp_path):
    sheets = trimmed.sheets()
    sheets["採点_委員3"] = [list(row) for row in sheets["採点_委員2"]]
    result = trimmed.evaluated(tmp_path, sheets)
    assert extremes(result.criteria, result.vendor("A社"), None) == {}


def test_where_nobody_is_left_out_there_is_nothing(tmp_path):
    result = results.evaluated(tmp_path)
    assert extremes(result.criteria, result.vendor("A社"), None) == {}


@pytest.mark.parametrize(
    ("values", "highest", "lowest", "expected"),
    [
        ([30, 32, 28, 31, 33], 1, 1, {28: (1, 1, "lowest"), 33: (1, 1, "highest")}),
        ([30, 33, 28, 31, 33], 1, 1, {28: (1, 1, "lowest"), 33: (1, 2, "highest")}),
        ([30, 33, 28, 31, 33], 2, 0, {33: (2, 2, "highest")}),
        ([28, 28, 28, 31, 33], 0, 2, {28: (2, 3, "lowest")}),
        ([30, 30, 30, 30], 1, 1, {30: (2, 4, "")}),
        ([30, 31, 32], 1, 1, {30: (1, 1, "lowest"), 32: (1, 1, "highest")}),
        ([30, 31], 0, 0, {}),
    ],
)
def test_of_equal_marks_so_many_are_left_out_as_trimming_takes(values, highest, lowest, expected):
    given = [Mark(f"E{at}", Fraction(value), PLACE) for at, value in enumerate(values)]
    assert cuts(given, highest, lowest) == expected
    assert all(cut.out <= cut.alike for cut in cuts(given, highest, lowest).values())
