"""What is told first."""

from procscore.diagnostics import Location
from procscore.model.verification import Difference
from procscore.verifying.ranked import Level, Ranked, ordered, told


def _told(*each):
    return [
        Ranked(Difference(Location("r.xlsx"), name, "", ""), level, depth)
        for name, level, depth in each
    ]


def test_causes_come_before_what_follows_from_them():
    found = _told(
        ("text", Level.TEXT, 0),
        ("award", Level.WORD, 0),
        ("total", Level.FIGURE, 5),
        ("rank", Level.RANK, 0),
        ("points", Level.FIGURE, 1),
        ("mark", Level.HANDED_IN, 9),
        ("rule", Level.RULE, 0),
    )
    names = [each.what for each in ordered(found)]
    assert names == ["rule", "mark", "points", "total", "rank", "award", "text"]


def test_of_one_kind_they_stay_in_the_order_in_which_a_reader_meets_them():
    found = _told(("b", Level.WORD, 0), ("a", Level.WORD, 0), ("c", Level.RANK, 0))
    assert [each.what for each in ordered(found)] == ["c", "b", "a"]


def test_a_difference_is_told_with_all_that_is_known_of_it():
    where = Location("r.xlsx", "Result", 7, 3)
    known = {"found": "3", "expected": "4", "why": ("2 + 2",)}
    whole = told(Level.RANK, where, "a rank", **known, depth=2)
    assert whole == Ranked(Difference(where, "a rank", **known), Level.RANK, 2)
    assert told(Level.RANK, where, "a rank") == Ranked(
        Difference(where, "a rank", "", ""), Level.RANK
    )
