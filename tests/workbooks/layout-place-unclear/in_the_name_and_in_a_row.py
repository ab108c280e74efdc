from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:5:1"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("採点表*", "採点表<vendor>"))
