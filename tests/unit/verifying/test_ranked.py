"""What is told first."""

from procscore.diagnostics import Location
from procscore.model.verification import Difference
from procscore.verifying.ranked import Level, Ranked, ordered


def test_causes_come_before_what_follows_from_them():
    told = [
        Ranked(Difference(Location("r.xlsx"), name, "", ""), level, depth)
        for name, level, depth in (
            ("award", Level.WORD, 0),
            ("total", Level.FIGURE, 5),
            ("rank", Level.RANK, 0),
            ("points", Level.FIGURE, 1),
            ("mark", Level.HANDED_IN, 0),
            ("rule", Level.RULE, 0),
        )
    ]
    names = [each.what for each in ordered(told)]
    assert names == ["rule", "mark", "points", "total", "rank", "award"]
