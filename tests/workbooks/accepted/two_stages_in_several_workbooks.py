"""Each evaluator hands in one workbook a stage; C社, who did not go on, is not in the second."""

from pathlib import Path

from support import books, stages

check = stages.usual_totals


def build(folder: Path) -> list[Path]:
    returned = [
        books.save(folder / f"{evaluator}-{number}.xlsx", sheets)
        for evaluator in ("委員1", "委員2")
        for number, sheets in enumerate(stages.by_stage(evaluator), start=1)
    ]
    return [books.hand_in(folder, stages.head(), stages.CRITERIA), *returned]
