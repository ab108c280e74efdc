from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:1:19"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("layout: 1", "layout: 2"))
