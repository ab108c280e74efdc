"""委員1 left a mark blank on which the panel agreed, and 委員3 handed in none at all: all agreed."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean,", "aggregate: mean, consensus: overrides,")


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    sheets["審査委員"].append(["委員3", "越前 次郎", "出席", None])
    sheets["採点_委員1"][1][3] = None
    sheets["合議"] = [
        ["ID", "A社", "A社 所見", "B社", "B社 所見", "C社", "C社 所見"],
        ["plan", 38, "工程表による", 30, "同左", 31, "同左"],
        ["staff", 17, "経歴書による", 15, "同左", 16, "同左"],
    ]
    return [books.hand_in(folder, sheets, CRITERIA)]


def check(evaluation) -> None:
    plan = evaluation.vendor("A社").score("plan")
    assert [mark.evaluator for mark in plan.originals] == ["委員2"]
    assert (plan.points, plan.before.value) == (38, 34)
