"""A CSV of the first stage does not record that it is of that stage; its remarks tell it."""

from pathlib import Path

from procscore.pipeline import Outcome, Part, evaluate, export, verifying
from support import books, stages

WHERE = "ranking.csv"


def run(folder: Path) -> Outcome:
    book = books.hand_in(folder, stages.valid(), stages.CRITERIA)
    export(evaluate([book], part=Part(stage="first")).result, [folder / "ranking.csv"])
    return verifying.verify(folder / "ranking.csv", [book])
