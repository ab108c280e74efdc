"""Who gave which mark, and what became of it."""

import pytest

from procscore.explaining.marks import called
from support import books, results, trimmed
from support.explained import check, explanation


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["委員2", "坂井 花子", "出席", "A社"], "recused"),
        (["委員2", "坂井 花子", "欠席"], "absent"),
    ],
)
def test_who_is_not_counted_is_told_with_why(tmp_path, row, why):
    sheets = books.valid()
    sheets["審査委員"][2] = row
    for each in sheets["採点_委員2"][1:]:
        each[3] = None
    if why == "absent":
        del sheets["採点_委員2"]
    plan = explanation(tmp_path, sheets=sheets).points.parts[0].parts[0]
    assert [one.mark.evaluator for one in plan.marks] == ["委員1"]
    assert [(one.evaluator, one.why) for one in plan.uncounted] == [("委員2", why)]


def test_who_is_left_out_by_trimming_is_told_at_each_mark(tmp_path):
    plan = explanation(tmp_path, trimmed.CRITERIA, trimmed.sheets()).points.parts[0].parts[0]
    assert [one.use for one in plan.marks] == ["trimmed", "counts", "trimmed"]
    assert [one.extreme for one in plan.marks] == ["highest", "", "lowest"]
    assert plan.value == 34


def test_somebody_is_called_by_id_and_name_and_by_one_where_they_are_the_same():
    result = results.example()
    assert called(result, "委員1") == "委員1 副市長"
    assert called(result, "事務局") == "事務局"


def test_what_is_left_out_criterion_by_criterion_is_told_at_each_mark(tmp_path):
    # A's plan: 36, 34 and 10; its staff: 18, 17.5 and 10.
    found = explanation(tmp_path, trimmed.BY_CRITERION, trimmed.sheets())
    check(found)
    for figure in found.points.parts[0].parts:
        told = [(one.use, one.extreme) for one in figure.marks]
        assert told == [("trimmed", "highest"), ("counts", ""), ("trimmed", "lowest")]


def test_of_equal_marks_none_is_said_to_be_the_one_that_is_left_out(tmp_path):
    sheets = trimmed.sheets()
    sheets["採点_委員3"][1][3] = 34
    found = explanation(tmp_path, trimmed.BY_CRITERION, sheets)
    check(found)
    plan = found.points.parts[0].parts[0]
    assert [(one.use, one.out, one.alike) for one in plan.marks] == [
        ("trimmed", 0, 0),
        ("either", 1, 2),
        ("either", 1, 2),
    ]
