from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [A社]"
ALSO = {"sheet-not-read"}


def build(folder: Path) -> list[Path]:
    forms = foreign.by_vendor()
    del forms["C社"]
    return foreign.hand_in(folder, forms, foreign.BY_VENDOR)
