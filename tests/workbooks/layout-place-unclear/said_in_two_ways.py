from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:4:1"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("{cell: C3}", "{cell: C3, name: 委員1}"))
