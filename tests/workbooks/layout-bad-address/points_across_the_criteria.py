from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:8:9"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("points: E", "points: 5"))
