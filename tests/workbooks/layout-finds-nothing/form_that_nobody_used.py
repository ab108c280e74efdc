from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [採点表4]"
check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    forms = foreign.by_evaluator()
    spare = forms["採点表4"] = foreign.by_evaluator()["採点表1"]
    spare.put(C3=None)
    for row in (7, 8, 10, 11, 13, 14, 16):
        spare.put(**{f"{column}{row}": None for column in "FGH"})
    return foreign.hand_in(folder, forms, foreign.BY_EVALUATOR)
