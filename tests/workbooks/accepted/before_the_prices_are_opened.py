from pathlib import Path

from procscore.pipeline import Part
from support import books

PART = Part(technical_only=True)


def build(folder: Path) -> list[Path]:
    sheets = books.valid()
    sheets["提案者"] = [[*row[:2], *row[3:]] for row in sheets["提案者"]]
    return [books.hand_in(folder, sheets)]


def check(evaluation) -> None:
    assert {each.vendor.id: each.points_in_all for each in evaluation.vendors} == {
        "A社": 52.75,
        "B社": 45,
        "C社": 47.25,
    }
    assert evaluation.award.none
