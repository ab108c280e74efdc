"""A layout says which sheets hold marks, so that 採点 in the name of another is no question."""

from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [採点の要領]"
check = foreign.usual_totals


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, cells={"採点の要領": {"A1": "各項目を採点してください。"}})
