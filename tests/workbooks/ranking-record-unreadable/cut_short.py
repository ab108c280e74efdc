"""The last piece of the hidden record is gone, and the workbooks are not named."""

from pathlib import Path

import procscore
from procscore.pipeline import Outcome, export, results
from support import books, tampering

WHERE = "ranking.xlsx [procscore]"


def run(folder: Path) -> Outcome:
    path = folder / "ranking.xlsx"
    export(procscore.evaluate(books.hand_in(folder, books.valid())), [path])
    text = tampering.shows(path, "procscore", "B2")
    tampering.overwrite(path, "procscore", "B2", text[: len(text) // 2])
    return results.result_of([path])
