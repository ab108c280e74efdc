"""As what trimming left an evaluator out."""

from procscore.explaining.trimming import extremes
from support import results, trimmed


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
