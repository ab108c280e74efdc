"""Somebody typed another rank over the one that follows from the hidden record."""

from pathlib import Path

import procscore
from procscore.pipeline import Outcome, explaining, export
from support import books, tampering

WHERE = "ranking.xlsx [Result] A5"


def run(folder: Path) -> Outcome:
    path = folder / "ranking.xlsx"
    export(procscore.evaluate(books.hand_in(folder, books.valid())), [path])
    tampering.overwrite(path, "Result", "A5", 2)
    return explaining.explain([path], "A社")
