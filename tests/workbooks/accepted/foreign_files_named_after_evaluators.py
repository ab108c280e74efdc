from pathlib import Path

from support import foreign

check = foreign.usual_totals
layout = foreign.BY_EVALUATOR.replace("sheets: 採点表*", "files: 採点表_<evaluator>").replace(
    "evaluator: {cell: C3}\n", ""
)


def build(folder: Path) -> list[Path]:
    forms = foreign.by_evaluator()
    bids = foreign.hand_in(folder, {"様式": forms["採点表1"]}, layout, name="採点表_山田太郎.xlsx")
    scores = folder / "scores"
    foreign.save(scores / "採点表_佐藤花子.xlsx", {"様式": forms["採点表2"]})
    foreign.save(scores / "採点表_鈴木一郎.xlsx", {"様式": forms["採点表3"]})
    return [bids[0], scores]
