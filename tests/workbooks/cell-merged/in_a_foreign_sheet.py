from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [採点表1] F7"


def build(folder: Path) -> list[Path]:
    forms = foreign.by_evaluator()
    sheet = forms["採点表1"]
    sheet.span("F7:G7", sheet.cells.pop("F7"))
    del sheet.cells["G7"]
    return foreign.hand_in(folder, forms, foreign.BY_EVALUATOR)
