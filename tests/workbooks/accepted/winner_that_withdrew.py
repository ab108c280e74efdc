from pathlib import Path

from procscore.pipeline import Part
from support import books

PART = Part(withdrawn=("ベータ株式会社",))


def build(folder: Path) -> list[Path]:
    return [books.hand_in(folder, books.valid())]


def check(evaluation) -> None:
    books.usual_totals(evaluation)
    assert evaluation.vendor("B社").rank == 1
    assert evaluation.award.winners == ("A社",)
    assert evaluation.award.reserve == ("C社",)
    assert set(evaluation.award.passed_over) == {"B社"}
