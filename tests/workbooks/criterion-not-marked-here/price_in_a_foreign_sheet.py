from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [採点表2] B15"


def build(folder: Path) -> list[Path]:
    forms = foreign.by_evaluator()
    del forms["採点表2"].merged["B15:D15"]
    forms["採点表2"].put(B15="価格点（20点）")
    return foreign.hand_in(folder, forms, foreign.BY_EVALUATOR)
