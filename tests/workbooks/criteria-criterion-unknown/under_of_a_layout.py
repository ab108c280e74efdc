from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:7:8"
ALSO = {"layout-item-unknown"}


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("under: technical", "under: aim"))
