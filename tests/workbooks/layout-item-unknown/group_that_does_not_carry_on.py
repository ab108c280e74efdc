"""A group that is written once, and not merged, does not carry on: (2) is no whole number then."""

from pathlib import Path

from support import foreign

WHERE = "scores/採点表.xlsx [採点集計] B7"


def build(folder: Path) -> list[Path]:
    forms = foreign.together()
    sheet = forms["採点集計"]
    sheet.put(A6=sheet.merged.pop("A6:A7"))
    return foreign.hand_in(folder, forms, foreign.TOGETHER)
