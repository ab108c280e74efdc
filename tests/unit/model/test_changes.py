"""What a change and a moved figure say of themselves."""

from fractions import Fraction

import pytest

from procscore.comparing.results import compare
from procscore.model.changes import Change, Moved, Side
from support import results

EIGHT, NINE, BLANK = Side("8", Fraction(8)), Side("9", Fraction(9), comment="why"), Side("")


@pytest.mark.parametrize(
    ("old", "new", "by"),
    [
        (EIGHT, NINE, 1),
        (NINE, EIGHT, -1),
        (None, NINE, None),
        (NINE, BLANK, None),
        (EIGHT, None, None),
    ],
)
def test_by_how_much_is_told_of_two_numbers(old, new, by):
    assert Change("mark", "plan", old, new).by == by
    values = [side.value if side else None for side in (old, new)]
    assert Moved("points", "A", "plan", "plan", *values).by == by


def test_the_reason_stands_with_the_new_value():
    assert Change("mark", "plan", EIGHT, NINE).reason == "why"
    assert Change("mark", "plan", NINE, EIGHT).reason == ""
    assert Change("mark", "plan", NINE, None).reason == ""


def test_only_marks_owe_a_reason(tmp_path):
    result = results.evaluated(tmp_path)
    found = compare(result, result)
    mark, agreed, price = (Change(kind, "x", NINE, EIGHT) for kind in ("mark", "agreed", "amount"))
    with_all = type(found)(result, result, (price, mark, agreed), (), award_moved=False, names={})
    assert with_all.unexplained == (mark, agreed)
    assert with_all.comparable


@pytest.mark.parametrize(
    ("before", "after", "unexplained"),
    [
        ("", "", True),
        ("良い", "良い", True),
        ("", "説明を聞き直した", False),
        ("良い", "訂正", False),
    ],
)
def test_a_comment_that_stood_there_before_does_not_justify_a_change(before, after, unexplained):
    old, new = Side("7", Fraction(7), comment=before), Side("8", Fraction(8), comment=after)
    change = Change("mark", "plan", old, new)
    assert (change.unexplained, change.reason) == (unexplained, "" if unexplained else after)
    other = Change("status", "Status", old, new)
    assert (other.unexplained, other.reason) == (False, after)
