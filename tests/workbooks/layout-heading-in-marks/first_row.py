from pathlib import Path

from support import foreign

WHERE = "scores/layout.yaml:5:15"


def build(folder: Path) -> list[Path]:
    return foreign.changed(folder, layout=("F7:H16", "F6:H16"))
