"""One evaluator used the form of procscore, the others that of their office."""

from pathlib import Path

from support import foreign

check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    sheets = foreign.own()
    del sheets["採点_委員2"], sheets["採点_委員3"]
    forms = foreign.by_evaluator()
    del forms["採点表1"]
    return foreign.hand_in(folder, forms, foreign.BY_EVALUATOR, sheets)
