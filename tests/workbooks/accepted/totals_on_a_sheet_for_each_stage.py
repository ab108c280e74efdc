"""The total of a sheet is the sum of the marks on that sheet, not of the evaluator's other one."""

from pathlib import Path

from support import books, stages

check = stages.usual_totals


def build(folder: Path) -> list[Path]:
    returned = []
    for evaluator in ("委員1", "委員2"):
        for number, sheets in enumerate(stages.by_stage(evaluator), start=1):
            for rows in sheets.values():
                columns = zip(*(row[3:] for row in rows[1:]), strict=True)
                rows.append([None, "合計", None, *map(sum, columns)])
            returned.append(books.save(folder / f"{evaluator}-{number}.xlsx", sheets))
    return [books.hand_in(folder, stages.head(), stages.CRITERIA), *returned]
