"""Somebody wrote down why a mark was agreed on, and not which: the own marks count, 35 for A社."""

from pathlib import Path

from support import books

CRITERIA = books.criteria_with("aggregate: mean,", "aggregate: mean, consensus: overrides,")
WHERE = "[合議] B2"


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    sheets["合議"] = [["ID", "A社", "A社 所見"], ["plan", None, "工程表による"]]
    return [books.hand_in(folder, sheets, CRITERIA)]


def check(evaluation) -> None:
    plan = evaluation.vendor("A社").score("plan")
    assert (plan.points, plan.agreed) == (35, False)
