from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:6:21"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("column: B", "column: XFE"))
