"""The panel agreed on 38 for A社, whose evaluators gave 36 and 34 (35): 38 + 17.75 + 32 = 87.75.

By its own marks A社 would have 84.75, less than the 30.5 + 14.5 + 40 = 85 of B社.
"""

from fractions import Fraction
from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean,", "aggregate: mean, consensus: overrides,")


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    sheets["合議"] = [["ID", "A社", "A社 所見"], ["plan", 38, "工程表を見落としていたため"]]
    return [books.hand_in(folder, sheets, CRITERIA)]


def check(evaluation) -> None:
    plan = evaluation.vendor("A社").score("plan")
    assert (plan.points, plan.before.value, plan.agreed) == (38, 35, True)
    assert [mark.value for mark in plan.originals] == [36, 34]
    assert [mark.comment for mark in plan.marks] == ["工程表を見落としていたため"]
    assert not evaluation.vendor("A社").score("staff").agreed
    totals = {each.vendor.id: each.points_in_all for each in evaluation.ranked}
    assert totals == {"A社": Fraction("87.75"), "B社": 85, "C社": Fraction("82.81")}
    assert evaluation.award.winners == ("A社",)
