from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:7:1"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("under:", "undre:"))
