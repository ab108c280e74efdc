from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [佐藤_花子_A社]"
layout = """\
procscore-layout: 1
sheets: <evaluator>_<vendor>
marks: F7:F16
criterion: {column: B}
under: technical
"""


def build(folder: Path) -> list[Path]:
    return foreign.hand_in(folder, {"佐藤_花子_A社": foreign.by_evaluator()["採点表1"]}, layout)
