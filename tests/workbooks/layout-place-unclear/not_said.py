from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:1:1"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("vendor: {row: 6}\n", ""))
