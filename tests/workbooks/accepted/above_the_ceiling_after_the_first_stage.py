"""The price is opened in the second stage: who is above the ceiling was first in the one before.

Nobody moves up for it, and it owes no marks any more.
"""

from pathlib import Path

from support import books, stages


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, stages.dear(), stages.CRITERIA)]


def check(evaluation) -> None:
    assert evaluation.stages[0].passed == ("A社", "B社")
    out = {each.vendor.id: [rule.rule for rule in each.exclusions] for each in evaluation.excluded}
    assert out == {"A社": ["ceiling"], "C社": ["stage"]}
    a = evaluation.vendor("A社")
    assert (a.points("documents"), a.points("hearing"), a.rank) == (28, None, None)
    assert [(each.vendor.id, each.points_in_all) for each in evaluation.ranked] == [("B社", 91.5)]
    assert evaluation.award.winners == ("B社",)
